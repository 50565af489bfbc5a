using Apm.Specs;

namespace Apm.SpecMutation;

/// <summary>Changes of a spec's syntax. The nodes themselves stay as they are.</summary>
internal static class SpecEdit
{
    /// <summary>Replaces a node of a tree.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="node">A node below the root.</param>
    /// <param name="replacement">Null to remove the node, with its key.</param>
    public static SpecNode Replace(SpecNode root, SpecNode node, SpecNode? replacement) => Changed(root, node, replacement)!;

    /// <summary>Returns fields in which one is missing, with all below it.</summary>
    public static MappingSyntax Without(this MappingSyntax fields, string path) => Mapping(fields.Entries.Where(entry => !IsAtOrBelow(entry, path)));

    /// <summary>Returns fields in which one, and all below it, have another path.</summary>
    public static MappingSyntax Rename(this MappingSyntax fields, string path, string other) => Mapping(fields.Entries.Select(entry =>
        IsAtOrBelow(entry, path) ? entry with { Key = Scalar(other + entry.Key.Value[path.Length..]) } : entry));

    /// <summary>Returns a mapping in which a key has another value.</summary>
    /// <param name="map">The mapping.</param>
    /// <param name="key">A key, which the mapping may have.</param>
    /// <param name="value">Null to remove the key.</param>
    public static MappingSyntax With(this MappingSyntax map, string key, SpecNode? value)
    {
        var entries = map.Entries.Where(entry => entry.Key.Value != key);
        return Mapping(value is null ? entries : entries.Append(new MappingEntry(Scalar(key), value)));
    }

    public static MappingSyntax Only(this MappingSyntax map, params string[] keys) => Mapping(map.Entries.Where(entry => keys.Contains(entry.Key.Value)));

    public static ScalarSyntax Scalar(string value) => new(value, ScalarStyle.Plain, default);

    public static SequenceSyntax Sequence(params string[] values) => new([.. values.Select(Scalar)], default);

    private static bool IsAtOrBelow(MappingEntry entry, string path) =>
        entry.Key.Value.StartsWith(path, StringComparison.Ordinal) && (entry.Key.Value.Length == path.Length || entry.Key.Value[path.Length] is '.' or '[');

    private static MappingSyntax Mapping(IEnumerable<MappingEntry> entries) => new([.. entries], isFlow: true, default);

    private static SpecNode? Changed(SpecNode at, SpecNode node, SpecNode? replacement)
    {
        if (ReferenceEquals(at, node))
        {
            return replacement;
        }

        return at switch
        {
            MappingSyntax map => Mapping(map.Entries.Select(entry => (entry.Key, Value: Changed(entry.Value, node, replacement)))
                .Where(entry => entry.Value is not null)
                .Select(entry => new MappingEntry(entry.Key, entry.Value!))),
            SequenceSyntax list => new SequenceSyntax([.. list.Items.Select(item => Changed(item, node, replacement)).OfType<SpecNode>()], default),
            _ => at,
        };
    }
}

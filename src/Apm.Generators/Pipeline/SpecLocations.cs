using Apm.Specs;

namespace Apm.Generators;

/// <summary>Finds the location of a name in a spec. If there is none, it is the location of the spec's id.</summary>
internal static class SpecLocations
{
    public static SpecLocation Start(ParsedSpec spec) => new(spec.File, default);

    /// <summary>The key of a field, or of the first one within it.</summary>
    /// <param name="parents">The keys above the fields, from the root.</param>
    public static SpecLocation Field(ParsedSpec spec, string path, params string[] parents) =>
        path.Length == 0 ? spec.IdLocation : At(spec, Under(spec, parents) is not MappingSyntax fields ? null
            : fields.Find(path)?.Key ?? fields.Entries.FirstOrDefault(entry => entry.Key.Value.StartsWith(path + ".", StringComparison.Ordinal))?.Key);

    public static SpecLocation Key(ParsedSpec spec, string key, params string[] parents) => At(spec, (Under(spec, parents) as MappingSyntax)?.Find(key)?.Key);

    /// <summary>The item with this text in the lists of a mapping.</summary>
    public static SpecLocation Item(ParsedSpec spec, string text, params string[] parents) => At(spec, (Under(spec, parents) as MappingSyntax)?.Entries
        .SelectMany(entry => entry.Value is SequenceSyntax list ? list.Items : [entry.Value])
        .OfType<ScalarSyntax>().FirstOrDefault(item => item.Value == text));

    private static SpecNode? Under(ParsedSpec spec, string[] keys) =>
        keys.Aggregate((SpecNode?)spec.Root, (node, key) => (node as MappingSyntax)?.Find(key)?.Value);

    private static SpecLocation At(ParsedSpec spec, SpecNode? node) => node is null ? spec.IdLocation : new SpecLocation(spec.File, node.Span);
}

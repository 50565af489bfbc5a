namespace Apm.Specs;

/// <summary>A value in a spec, at its place.</summary>
public abstract class SpecNode(SpecSpan span)
{
    /// <summary>Of a scalar or of something in brackets: all of it. Of a block: its first key or dash.</summary>
    public SpecSpan Span { get; } = span;
}

public sealed class ScalarSyntax(string value, ScalarStyle style, SpecSpan span) : SpecNode(span)
{
    /// <summary>Without quotes and escapes.</summary>
    public string Value { get; } = value;

    public ScalarStyle Style { get; } = style;

    /// <summary>Nothing at all, <c>~</c> or <c>null</c>, as in the core schema of YAML 1.2.</summary>
    public bool IsNull => Style == ScalarStyle.Plain && Value is "" or "~" or "null" or "Null" or "NULL";
}

public enum ScalarStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
}

public sealed class SequenceSyntax(IReadOnlyList<SpecNode> items, SpecSpan span) : SpecNode(span)
{
    public IReadOnlyList<SpecNode> Items { get; } = items;
}

/// <param name="isFlow">In <c>{ }</c>.</param>
public sealed class MappingSyntax(IReadOnlyList<MappingEntry> entries, bool isFlow, SpecSpan span) : SpecNode(span)
{
    private readonly Dictionary<string, MappingEntry> _byKey = Index(entries);

    /// <summary>In the order of the file, each key once: a key's repetitions are reported and left out.</summary>
    public IReadOnlyList<MappingEntry> Entries { get; } = entries;

    public bool IsFlow { get; } = isFlow;

    public MappingEntry? Find(string key) => _byKey.TryGetValue(key, out var entry) ? entry : null;

    private static Dictionary<string, MappingEntry> Index(IReadOnlyList<MappingEntry> entries)
    {
        var index = new Dictionary<string, MappingEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            index[entry.Key.Value] = entry;
        }

        return index;
    }
}

public sealed record MappingEntry(ScalarSyntax Key, SpecNode Value);

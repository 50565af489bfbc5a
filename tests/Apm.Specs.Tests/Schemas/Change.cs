namespace Apm.Specs.Tests;

/// <summary>Changes one key of a spec or its value, or one item of a list. A place is the keys and indexes above it, with slashes between them.</summary>
internal static class Change
{
    public static IEnumerable<string> Places(SpecNode node) => node switch
    {
        MappingSyntax mapping => mapping.Entries.SelectMany(entry => Places(entry.Value).Select(below => Step(entry) + "/" + below).Prepend(Step(entry))),
        SequenceSyntax list => list.Items.SelectMany((item, index) => Places(item).Select(below => index + "/" + below).Prepend(index.ToString())),
        _ => [],
    };

    /// <summary>The changed entry is another, or null for none. An item has a key that counts for nothing.</summary>
    public static MappingSyntax At(MappingSyntax root, string place, Func<MappingEntry, MappingEntry?> change) =>
        (MappingSyntax)At(root, place.Split('/'), change);

    /// <summary>What holds the place.</summary>
    public static SpecNode Around(SpecNode root, string place) =>
        place
            .Split('/')[..^1]
            .Aggregate(root, (node, step) =>
                node is SequenceSyntax list ? list.Items[int.Parse(step)] : ((MappingSyntax)node).Entries.First(entry => Step(entry) == step).Value);

    private static SpecNode At(SpecNode node, ReadOnlySpan<string> steps, Func<MappingEntry, MappingEntry?> change)
    {
        var (step, below) = (steps[0], steps[1..].ToArray());
        if (node is SequenceSyntax list)
        {
            return new SequenceSyntax(
                [
                    .. list
                        .Items.Select(
                            (item, index) =>
                                index.ToString() != step ? item
                                : below.Length == 0 ? change(new MappingEntry(new ScalarSyntax("", ScalarStyle.Plain, item.Span), item))?.Value
                                : At(item, below, change))
                        .OfType<SpecNode>(),
                ],
                list.Span);
        }

        var mapping = (MappingSyntax)node;
        return new MappingSyntax(
            [
                .. mapping
                    .Entries.Select(entry =>
                        Step(entry) != step ? entry
                        : below.Length == 0 ? change(entry)
                        : entry with { Value = At(entry.Value, below, change) }
                    )
                    .OfType<MappingEntry>(),
            ],
            mapping.IsFlow,
            mapping.Span);
    }

    private static string Step(MappingEntry entry) => entry.Key.Value.Replace('/', '|');
}

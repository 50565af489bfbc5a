namespace Apm.Specs;

/// <summary>The lengths of the texts that a pattern matches: the shortest and the longest. Some lengths between them may not be possible.</summary>
/// <param name="Max">Null if there is no longest text.</param>
internal sealed record TextLengths(int Min, int? Max)
{
    private static readonly TextLengths s_empty = new(0, 0);

    public static TextLengths Of(PatternNode node) =>
        node switch
        {
            SetNode => new TextLengths(1, 1),
            SequenceNode sequence => sequence.Parts.Select(Of).Aggregate(s_empty, (all, part) => new TextLengths(all.Min + part.Min, all.Max + part.Max)),
            AlternationNode alternation => alternation
                .Choices.Select(Of)
                .Aggregate((one, other) => new TextLengths(Math.Min(one.Min, other.Min), one.Max is { } a && other.Max is { } b ? Math.Max(a, b) : null)),
            RepeatNode repeat when Of(repeat.Inner) is var inner => new TextLengths(
                inner.Min * repeat.Min,
                inner.Max == 0 || repeat.Max == 0 ? 0 : inner.Max * repeat.Max),
            _ => s_empty,
        };
}

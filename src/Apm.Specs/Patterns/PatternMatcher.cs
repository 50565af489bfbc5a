namespace Apm.Specs.Patterns;

/// <summary>Follows all ways through a pattern at once, so that no pattern is slow. For values that stand in specs.</summary>
internal static class PatternMatcher
{
    // A value in a spec is a short text; a longer one is not judged, so that reading stays quick whatever is in a file.
    private const int MaxLength = 256;

    public static bool IsMatch(PatternNode node, string text) =>
        text.Length > MaxLength || Ends(node, text, [0]).Contains(text.Length);

    private static HashSet<int> Ends(PatternNode node, string text, HashSet<int> starts)
    {
        switch (node)
        {
            case SetNode set:
                return [.. starts.Where(at => at < text.Length && set.Characters.Contains(text[at])).Select(at => at + 1)];
            case SequenceNode sequence:
                return sequence.Parts.Aggregate(starts, (at, part) => at.Count == 0 ? at : Ends(part, text, at));
            case AlternationNode alternation:
                return [.. alternation.Choices.SelectMany(choice => Ends(choice, text, starts))];
            default:
                return Ends((RepeatNode)node, text, starts);
        }
    }

    private static HashSet<int> Ends(RepeatNode repeat, string text, HashSet<int> starts)
    {
        var current = starts;
        for (var i = 0; i < repeat.Min && current.Count > 0; i++)
        {
            current = Ends(repeat.Inner, text, current);
        }

        var all = new HashSet<int>(current);
        for (var i = repeat.Min; i < (repeat.Max ?? int.MaxValue) && current.Count > 0; i++)
        {
            current = [.. Ends(repeat.Inner, text, current).Where(all.Add)];
        }

        return all;
    }
}

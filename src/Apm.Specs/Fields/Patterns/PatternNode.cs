namespace Apm.Specs;

/// <summary>A regular language. Nothing here looks around, remembers or prefers.</summary>
internal abstract record PatternNode;

/// <param name="Characters">Which one character may stand here.</param>
internal sealed record SetNode(CharacterSet Characters) : PatternNode;

internal sealed record SequenceNode(IReadOnlyList<PatternNode> Parts) : PatternNode;

internal sealed record AlternationNode(IReadOnlyList<PatternNode> Choices) : PatternNode
{
    /// <summary>Single characters become one set: .NET 10 does that itself, and loses some where the sets overlap.</summary>
    public static PatternNode Of(IReadOnlyList<PatternNode> choices)
    {
        var flat = choices.SelectMany(choice => choice is AlternationNode inner ? inner.Choices : [choice]).ToList();
        var sets = flat.OfType<SetNode>().ToList();
        if (sets.Count > 0)
        {
            flat.RemoveAll(choice => choice is SetNode);
            flat.Insert(0, new SetNode(CharacterSet.Union(sets.Select(set => set.Characters))));
        }

        return flat.Count == 1 ? flat[0] : new AlternationNode(flat);
    }
}

/// <param name="Max">Null where there is no upper bound.</param>
internal sealed record RepeatNode(PatternNode Inner, int Min, int? Max) : PatternNode;

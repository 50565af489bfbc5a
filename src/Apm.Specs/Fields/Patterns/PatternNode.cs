namespace Apm.Specs;

/// <summary>A part of a strictly regular expression, which has no lookarounds, backreferences or lazy quantifiers.</summary>
internal abstract record PatternNode;

/// <param name="Characters">The characters of which one must be here.</param>
internal sealed record SetNode(CharacterSet Characters) : PatternNode;

internal sealed record SequenceNode(IReadOnlyList<PatternNode> Parts) : PatternNode;

internal sealed record AlternationNode(IReadOnlyList<PatternNode> Choices) : PatternNode
{
    /// <summary>Joins single characters into one set. .NET 10 does this itself, but loses characters if the sets overlap.</summary>
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

/// <param name="Max">Null if there is no upper bound.</param>
internal sealed record RepeatNode(PatternNode Inner, int Min, int? Max) : PatternNode;

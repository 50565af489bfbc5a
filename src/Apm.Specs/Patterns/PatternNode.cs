namespace Apm.Specs.Patterns;

/// <summary>A regular language. Nothing here looks around, remembers or prefers.</summary>
internal abstract record PatternNode;

/// <param name="Characters">Which one character may stand here.</param>
internal sealed record SetNode(CharacterSet Characters) : PatternNode;

internal sealed record SequenceNode(IReadOnlyList<PatternNode> Parts) : PatternNode;

internal sealed record AlternationNode(IReadOnlyList<PatternNode> Choices) : PatternNode;

/// <param name="Max">Null where there is no upper bound.</param>
internal sealed record RepeatNode(PatternNode Inner, int Min, int? Max) : PatternNode;

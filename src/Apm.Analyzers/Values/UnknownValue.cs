using System.Collections.Immutable;

namespace Apm.Analyzers.Values;

/// <summary>
/// A value of which nothing is known, or only what conditions on the way said of it. That is enough to tell which later
/// conditions can hold; it is never enough to report anything.
/// </summary>
internal sealed record UnknownValue : Value
{
    /// <summary>Null where there is no lower bound.</summary>
    public Bound? Above { get; init; }

    /// <summary>Null where there is no upper bound.</summary>
    public Bound? Below { get; init; }

    /// <summary>What it is not.</summary>
    public ImmutableHashSet<object?> Not { get; init; } = ImmutableHashSet<object?>.Empty;

    /// <summary>No value is left.</summary>
    public bool IsEmpty => Above is { } above && Below is { } below && (above.At > below.At || (above.At == below.At && !(above.Inclusive && below.Inclusive)));

    public UnknownValue Except(object? constant) => this with { Not = Not.Add(constant) };

    public UnknownValue From(decimal bound, bool inclusive) =>
        Above is { } old && (old.At > bound || (old.At == bound && !old.Inclusive)) ? this : this with { Above = new Bound(bound, inclusive) };

    public UnknownValue To(decimal bound, bool inclusive) =>
        Below is { } old && (old.At < bound || (old.At == bound && !old.Inclusive)) ? this : this with { Below = new Bound(bound, inclusive) };

    /// <summary>Whether the value can be <paramref name="constant"/>.</summary>
    public bool Allows(object? constant) => !Not.Contains(constant) && (Numbers.Of(constant) is not { } number
        || ((Above is not { } above || number > above.At || (number == above.At && above.Inclusive))
            && (Below is not { } below || number < below.At || (number == below.At && below.Inclusive))));

    public bool Equals(UnknownValue? other) => other is not null && Above == other.Above && Below == other.Below && Not.SetEquals(other.Not);

    public override int GetHashCode() => Not.Count;

    public readonly record struct Bound(decimal At, bool Inclusive);
}

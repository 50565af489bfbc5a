using System.Collections.Immutable;

namespace Apm.Analyzers;

/// <summary>
/// A value about which nothing is known except facts from conditions on the path. These decide which later
/// conditions can hold. It is never reported.
/// </summary>
internal sealed record UnknownValue : Value
{
    /// <summary>The local, parameter or member that was chosen or returned; null if that is not known. It does not distinguish values.</summary>
    public object? Source { get; init; }

    /// <summary>Null if there is no lower bound. A bound restricts numbers and does not mean that the value is not null.</summary>
    public Bound? Above { get; init; }

    /// <summary>Null if there is no upper bound.</summary>
    public Bound? Below { get; init; }

    /// <summary>The values that it does not have.</summary>
    public ImmutableHashSet<object?> Not { get; init; } = ImmutableHashSet<object?>.Empty;

    /// <summary>All possible values; null if they are not known.</summary>
    public ImmutableHashSet<object?>? Only { get; init; }

    /// <summary>Whether a condition that is not understood tested the value, so that its bounds may not be all that is known.</summary>
    public bool IsDoubted { get; init; }

    /// <summary>Whether no value is possible, except null.</summary>
    public bool IsEmpty =>
        Only is { } only
            ? !only.Any(value => value is not null && Allows(value))
            : Above is { } above && Below is { } below && (above.At > below.At || (above.At == below.At && !(above.Inclusive && below.Inclusive)));

    /// <summary>The values of <see cref="Only"/> that are possible.</summary>
    public object?[] Possible => Only is null ? [] : Only.Where(Allows).ToArray();

    /// <summary>The same for a whole number: each bound becomes a possible value.</summary>
    public UnknownValue Whole()
    {
        var (above, below) = (Above, Below);
        while (above is { At: >= long.MinValue and < long.MaxValue } bound && !(bound.Inclusive && IsWhole(bound.At)))
        {
            above = new Bound(decimal.Floor(bound.At) + 1, Inclusive: true);
        }

        while (below is { At: > long.MinValue and <= long.MaxValue } bound && !(bound.Inclusive && IsWhole(bound.At)))
        {
            below = new Bound(decimal.Ceiling(bound.At) - 1, Inclusive: true);
        }

        return this with { Above = above, Below = below };
    }

    public UnknownValue Except(object? constant) => this with { Not = Not.Add(constant) };

    public UnknownValue From(decimal bound, bool inclusive) =>
        Above is { } old && (old.At > bound || (old.At == bound && !old.Inclusive)) ? this : this with { Above = new Bound(bound, inclusive) };

    public UnknownValue To(decimal bound, bool inclusive) =>
        Below is { } old && (old.At < bound || (old.At == bound && !old.Inclusive)) ? this : this with { Below = new Bound(bound, inclusive) };

    /// <summary>Whether the value can be <paramref name="constant"/>.</summary>
    public bool Allows(object? constant) => !Not.Contains(constant) && Only?.Contains(constant) != false && (Numbers.Of(constant) is not { } number
        || ((Above is not { } above || number > above.At || (number == above.At && above.Inclusive))
            && (Below is not { } below || number < below.At || (number == below.At && below.Inclusive))));

    private bool IsWhole(decimal number) => decimal.Truncate(number) == number && !Not.Contains((long)number);

    /// <summary>The same value for conditions only.</summary>
    public static UnknownValue Same(ConstantValue value) => new() { Only = ImmutableHashSet.Create(value.Constant) };

    /// <summary>What holds for both values.</summary>
    public static Value Either(Value left, Value right)
    {
        if (Known(left) is not { } one || Known(right) is not { } two)
        {
            return Unknown;
        }

        var only = one.Only is null || two.Only is null ? null : one.Only.Union(two.Only);
        return new UnknownValue
        {
            IsDoubted = one.IsDoubted || two.IsDoubted,
            Not = one.Not.Union(two.Not).Where(value => !one.Allows(value) && !two.Allows(value)).ToImmutableHashSet(),
            Only = only is null || only.Count > PathState.Most || (only.Contains(true) && only.Contains(false)) ? null : only,
            Above = one.Least is { } least && two.Least is { } other ? least.At < other.At || (least.At == other.At && least.Inclusive) ? least : other : null,
            Below = one.Most is { } most && two.Most is { } another ? most.At > another.At || (most.At == another.At && most.Inclusive) ? most : another : null,
        };
    }

    private Bound? Least => Only is { } only ? Extreme(only, values => values.Min()) : Above;

    private Bound? Most => Only is { } only ? Extreme(only, values => values.Max()) : Below;

    private static Bound? Extreme(ImmutableHashSet<object?> values, Func<IEnumerable<decimal>, decimal> choose)
    {
        var numbers = values.Select(Numbers.Of).ToArray();
        return numbers.Length > 0 && numbers.All(number => number is not null)
            ? new Bound(choose(numbers.Select(number => number!.Value)), Inclusive: true)
            : null;
    }

    private static UnknownValue? Known(Value value) => value switch
    {
        UnknownValue unknown => unknown,
        ConstantValue constant => Same(constant),
        _ => null,
    };

    public bool Equals(UnknownValue? other) => other is not null && Above == other.Above && Below == other.Below
        && IsDoubted == other.IsDoubted && Not.SetEquals(other.Not)
        && (Only is null ? other.Only is null : other.Only is not null && Only.SetEquals(other.Only));

    public override int GetHashCode() => Not.Count;

    public readonly record struct Bound(decimal At, bool Inclusive);
}

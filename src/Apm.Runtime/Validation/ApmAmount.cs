using System.ComponentModel;

namespace Apm;

/// <summary>A whole number that a validator computes. Where it does not fit into 64 bits, it equals nothing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ApmAmount
{
    private readonly long _value;
    private readonly bool _isTooLarge;

    private ApmAmount(Int128 value, bool isTooLarge = false)
    {
        _isTooLarge = isTooLarge || value > long.MaxValue || value < long.MinValue;
        _value = _isTooLarge ? 0 : (long)value;
    }

    /// <summary>A field's value; one that is absent counts as 0.</summary>
    public static ApmAmount Of(long? value) => new(value ?? 0);

    /// <summary>Whether the number is this one; never, where there is none.</summary>
    public bool Is(long? value) => !_isTooLarge && _value == value;

    /// <summary>The sum.</summary>
    public ApmAmount Plus(ApmAmount other) => new((Int128)_value + other._value, IsTooLarge(other));

    /// <summary>The difference.</summary>
    public ApmAmount Minus(ApmAmount other) => new((Int128)_value - other._value, IsTooLarge(other));

    /// <summary>The product.</summary>
    public ApmAmount Times(ApmAmount other) => new((Int128)_value * other._value, IsTooLarge(other));

    private bool IsTooLarge(ApmAmount other) => _isTooLarge || other._isTooLarge;
}

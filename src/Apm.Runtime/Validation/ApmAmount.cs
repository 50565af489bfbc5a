using System.ComponentModel;

namespace Apm;

/// <summary>A whole number that a validator computes. A number that does not fit into 64 bits is not equal to any value.</summary>
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

    /// <summary>The value of a field. An absent value counts as 0.</summary>
    public static ApmAmount Of(long? value) => new(value ?? 0);

    /// <summary>Whether the number equals a value. False if the value is absent.</summary>
    public bool Is(long? value) => !_isTooLarge && _value == value;

    /// <summary>The sum.</summary>
    public ApmAmount Plus(ApmAmount other) => new((Int128)_value + other._value, IsTooLarge(other));

    /// <summary>The difference.</summary>
    public ApmAmount Minus(ApmAmount other) => new((Int128)_value - other._value, IsTooLarge(other));

    /// <summary>The product.</summary>
    public ApmAmount Times(ApmAmount other) => new((Int128)_value * other._value, IsTooLarge(other));

    private bool IsTooLarge(ApmAmount other) => _isTooLarge || other._isTooLarge;
}

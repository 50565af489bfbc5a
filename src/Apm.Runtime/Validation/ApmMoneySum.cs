using System.ComponentModel;

namespace Apm;

/// <summary>An amount of money that a validator computes. An amount that does not fit into 64 bits, or that is made of several currencies, is not
/// equal to any value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ApmMoneySum
{
    private readonly ApmAmount _amount;
    private readonly string? _currency;
    private readonly bool _isMixed;

    private ApmMoneySum(ApmAmount amount, string? currency, bool isMixed) => (_amount, _currency, _isMixed) = (amount, currency, isMixed);

    /// <summary>The value of a field. An absent value counts as 0 in any currency.</summary>
    public static ApmMoneySum Of(Money? value) => new(ApmAmount.Of(value?.MinorUnits), value?.Currency, isMixed: false);

    /// <summary>Whether the amount equals a value. False if the value is absent.</summary>
    public bool Is(Money? value) =>
        value is { } money && !_isMixed && IsCurrency(money.Currency) && _amount.Is(money.MinorUnits);

    /// <summary>The sum.</summary>
    public ApmMoneySum Plus(ApmMoneySum other) => With(_amount.Plus(other._amount), other);

    /// <summary>The difference.</summary>
    public ApmMoneySum Minus(ApmMoneySum other) => With(_amount.Minus(other._amount), other);

    /// <summary>The product with a whole number.</summary>
    public ApmMoneySum Times(ApmAmount factor) => new(_amount.Times(factor), _currency, _isMixed);

    private ApmMoneySum With(ApmAmount amount, ApmMoneySum other) =>
        new(amount, _currency ?? other._currency, _isMixed || other._isMixed || (other._currency is { } currency && !IsCurrency(currency)));

    private bool IsCurrency(string currency) => _currency is null || string.Equals(_currency, currency, StringComparison.Ordinal);
}

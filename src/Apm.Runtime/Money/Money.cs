using System.Globalization;
using System.Text.Json.Serialization;
using Apm.Iso;

namespace Apm;

/// <summary>
/// An amount of money: a whole number of minor units (cents, fils; for yen, the yen itself) and an ISO 4217 alphabetic code.
/// </summary>
/// <remarks>
/// <c>default(Money)</c> has no currency. It can be printed and compared for equality. Validators reject it.
/// </remarks>
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly partial record struct Money : IComparable<Money>, IComparable, IFormattable, IParsable<Money>
{
    // Null for an empty code, so that default(Money) equals new Money(0, "").
    private readonly string? _currency;

    /// <summary>Creates an amount from minor units of the currency, such as cents.</summary>
    /// <param name="minorUnits">The amount in minor units of ISO 4217: 12.34 HKD is 1234, 500 JPY is 500, 1.500 KWD is 1500.</param>
    /// <param name="currency">The alphabetic code in upper case, such as <c>HKD</c>. It is not checked here.</param>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    public Money(long minorUnits, string currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        MinorUnits = minorUnits;
        Currency = currency;
    }

    /// <summary>The amount in minor units of ISO 4217: 12.34 HKD is 1234, 500 JPY is 500, 1.500 KWD is 1500.</summary>
    public long MinorUnits { get; init; }

    /// <summary>The ISO 4217 alphabetic code, such as <c>HKD</c>; empty for <c>default(Money)</c>.</summary>
    public string Currency
    {
        get => _currency ?? "";
        init => _currency = string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>Creates an amount from major units: <c>FromMajor(12.34m, "HKD")</c>. It never rounds.</summary>
    /// <param name="amount">The amount in major units, with no more decimals than the currency has. Trailing zeros do not count.</param>
    /// <param name="currency">An ISO 4217 alphabetic code, active or withdrawn.</param>
    /// <exception cref="ArgumentException">
    /// The currency is not in ISO 4217 or has no minor unit, or the amount has more decimals than the currency or is too large.
    /// </exception>
    public static Money FromMajor(decimal amount, string currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        if (!Iso4217.TryGetExponent(currency, out var decimals))
        {
            throw new ArgumentException(
                $"'{currency}' is not a currency of ISO 4217 with a minor unit; for a gateway's own code, use new Money(minorUnits, currency).",
                nameof(currency));
        }

        if (DecimalText.TryToMinorUnits(amount, decimals, out var minorUnits))
        {
            return new Money(minorUnits, currency);
        }

        var text = amount.ToString(CultureInfo.InvariantCulture);
        throw new ArgumentException(
            decimal.Round(amount, decimals) == amount
                ? $"{text} {currency} is too large for a number of minor units."
                : $"{text} has more decimals than {currency}, which has {decimals}; round it before you create the money.",
            nameof(amount));
    }

    /// <summary>Returns the amount in major units, with all decimals of the currency: 1230 minor units of HKD are <c>12.30</c>.</summary>
    /// <exception cref="InvalidOperationException">The currency is not in ISO 4217 or has no minor unit.</exception>
    public decimal ToMajor() => Iso4217.TryGetExponent(Currency, out var decimals)
        ? DecimalText.ToMajor(MinorUnits, decimals)
        : throw new InvalidOperationException($"'{Currency}' is not a currency of ISO 4217 with a minor unit, so its major unit is not known.");

    /// <summary>Compares two amounts of one currency.</summary>
    /// <returns>Negative if this amount is smaller than <paramref name="other"/>, positive if it is larger, else 0.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other)
    {
        Same(this, other);
        return MinorUnits.CompareTo(other.MinorUnits);
    }

    /// <inheritdoc />
    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        Money other => CompareTo(other),
        _ => throw new ArgumentException($"Money can be compared only with money, and not with {obj.GetType()}.", nameof(obj)),
    };
}

using System.ComponentModel;
using System.Text;
using Apm.Iso;

namespace Apm;

/// <summary>How a gateway writes an amount of money.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum MoneyNotation
{
    /// <summary>A JSON integer in minor units: 12.34 HKD is <c>1234</c>.</summary>
    MinorUnits,

    /// <summary>A JSON string in major units with all decimals: 12.34 HKD is <c>"12.34"</c>.</summary>
    DecimalString,

    /// <summary>A JSON number in major units: 12.34 HKD is <c>12.34</c>.</summary>
    DecimalNumber,

    /// <summary>A JSON string in minor units: 12.34 HKD is <c>"1234"</c>.</summary>
    MinorUnitsString,
}

/// <summary>How a gateway writes money: an object with an amount and a currency.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MoneyFormat
{
    private readonly (string Currency, int Decimals)[] _exponents;
    private readonly (string Currency, int Iso, int Gateway)[] _unlikeIso;

    /// <summary>Creates a format.</summary>
    /// <param name="notation">How the amount is written.</param>
    /// <param name="amountName">The JSON name of the amount.</param>
    /// <param name="currencyName">The JSON name of the currency.</param>
    /// <param name="exponents">Currencies with their decimals, if they are not in ISO 4217 or their decimals differ from it at this gateway.</param>
    public MoneyFormat(MoneyNotation notation, string amountName, string currencyName, params (string Currency, int Decimals)[] exponents)
    {
        ArgumentNullException.ThrowIfNull(exponents);
        Notation = notation;
        AmountName = amountName;
        CurrencyName = currencyName;
        _exponents = exponents;
        _unlikeIso = [.. UnlikeIso(exponents)];
        AmountUtf8 = Encoding.UTF8.GetBytes(amountName);
        CurrencyUtf8 = Encoding.UTF8.GetBytes(currencyName);
        Opening = Encoding.UTF8.GetBytes("{\"" + amountName + "\":");
        Middle = Encoding.UTF8.GetBytes(",\"" + currencyName + "\":");
    }

    /// <summary>How the amount is written.</summary>
    public MoneyNotation Notation { get; }

    /// <summary>The JSON name of the amount.</summary>
    public string AmountName { get; }

    /// <summary>The JSON name of the currency.</summary>
    public string CurrencyName { get; }

    /// <summary>Whether the gateway writes codes of currencies in lower case: HKD is <c>hkd</c>.</summary>
    public bool IsLowerCase { get; init; }

    internal bool IsMajor => Notation is MoneyNotation.DecimalString or MoneyNotation.DecimalNumber;

    internal byte[] AmountUtf8 { get; }

    internal byte[] CurrencyUtf8 { get; }

    internal byte[] Opening { get; }

    internal byte[] Middle { get; }

    /// <summary>Whether money can be written exactly. The decimals of the currency must be known if the notation needs them, and must suffice.</summary>
    public bool CanWrite(Money money) => TryGetGatewayUnits(money, out _) && (!IsMajor || TryGetDecimals(money.Currency, out _));

    /// <summary>Whether an amount is within the gateway's limits. True for an amount that cannot be written exactly.</summary>
    /// <param name="money">The amount.</param>
    /// <param name="min">The minimum in minor units of the gateway.</param>
    /// <param name="max">The maximum in minor units of the gateway.</param>
    public bool IsWithin(Money money, long min, long max) => !TryGetGatewayUnits(money, out var units) || (units >= min && units <= max);

    /// <summary>Gets the number of decimals of a currency at the gateway.</summary>
    /// <returns>False for a currency that neither the gateway nor ISO 4217 knows.</returns>
    public bool TryGetDecimals(string currency, out int decimals)
    {
        foreach (var exponent in _exponents)
        {
            if (string.Equals(exponent.Currency, currency, StringComparison.Ordinal))
            {
                decimals = exponent.Decimals;
                return true;
            }
        }

        return Iso4217.TryGetExponent(currency, out decimals);
    }

    /// <summary>Converts minor units of ISO 4217 to those of the gateway.</summary>
    internal bool TryGetGatewayUnits(in Money money, out long units)
    {
        units = money.MinorUnits;
        return _unlikeIso.Length == 0 || TryRescale(money.Currency, toGateway: true, ref units);
    }

    /// <summary>Converts minor units of the gateway to those of ISO 4217.</summary>
    internal bool TryGetMoney(long units, string currency, out Money money)
    {
        var exact = _unlikeIso.Length == 0 || TryRescale(currency, toGateway: false, ref units);
        money = exact ? new Money(units, currency) : default;
        return exact;
    }

    /// <summary>The code of a currency as the gateway writes it.</summary>
    internal string ToCode(string currency) => IsLowerCase && Ascii.IsValid(currency) ? currency.ToLowerInvariant() : currency;

    /// <summary>Reads a code as the gateway writes it.</summary>
    /// <returns>False if the gateway writes lower case and the code has other letters.</returns>
    internal bool TryGetCurrency(string code, out string currency)
    {
        currency = IsLowerCase && Ascii.IsValid(code) ? code.ToUpperInvariant() : code;
        return !IsLowerCase || !code.Any(char.IsAsciiLetterUpper);
    }

    private bool TryRescale(string currency, bool toGateway, ref long units)
    {
        foreach (var (code, iso, gateway) in _unlikeIso)
        {
            if (string.Equals(code, currency, StringComparison.Ordinal))
            {
                return toGateway ? TryRescale(iso, gateway, ref units) : TryRescale(gateway, iso, ref units);
            }
        }

        return true;
    }

    private static bool TryRescale(int from, int to, ref long units)
    {
        var scale = DecimalText.Scale(Math.Abs(to - from));
        if (to < from)
        {
            var exact = units % scale == 0;
            units /= scale;
            return exact;
        }

        var product = (Int128)units * scale;
        units = unchecked((long)product);
        return product == units;
    }

    private static IEnumerable<(string Currency, int Iso, int Gateway)> UnlikeIso((string Currency, int Decimals)[] exponents)
    {
        foreach (var (currency, decimals) in exponents)
        {
            if (Iso4217.TryGetExponent(currency, out var iso) && iso != decimals)
            {
                yield return (currency, iso, decimals);
            }
        }
    }
}

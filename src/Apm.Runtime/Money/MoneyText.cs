using System.Globalization;
using Apm.Iso;

namespace Apm;

/// <summary>Money in the notation of a culture, and its invariant text.</summary>
internal static class MoneyText
{
    private const string MinorUnitsOf = " minor units of ";

    // Between a code and the digits, as in the Unicode Common Locale Data Repository.
    private const string NoBreakSpace = "\u00A0";

    public static string Localized(Money money, int decimals, bool withCurrency, IFormatProvider? provider) =>
        withCurrency
            ? WithCurrency(money, decimals, NumberFormatInfo.GetInstance(provider), CurrencyOf(provider))
            : DecimalText.ToMajor(money.MinorUnits, decimals).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), provider);

    /// <param name="money">The amount.</param>
    /// <param name="decimals">The decimals of its currency.</param>
    /// <param name="culture">How a culture writes money.</param>
    /// <param name="own">The currency of the culture, whose symbol it has; null if it has none.</param>
    public static string WithCurrency(Money money, int decimals, NumberFormatInfo culture, string? own)
    {
        var major = DecimalText.ToMajor(money.MinorUnits, decimals);
        var format = (NumberFormatInfo)culture.Clone();
        format.CurrencyDecimalDigits = decimals;
        if (own != money.Currency)
        {
            format.CurrencySymbol = major < 0 ? BesideNegative(money.Currency, format) : BesidePositive(money.Currency, format);
        }

        return major.ToString("C", format);
    }

    public static bool TryRead(string? text, out Money money)
    {
        money = default;
        if (text is null)
        {
            return false;
        }

        if (text.IndexOf(MinorUnitsOf, StringComparison.Ordinal) is > 0 and var at)
        {
            var code = text[(at + MinorUnitsOf.Length)..];
            if (code.Length == 0 || code.Contains(' ', StringComparison.Ordinal) || Iso4217.TryGetExponent(code, out _)
                || !long.TryParse(text.AsSpan(0, at), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var units))
            {
                return false;
            }

            money = new Money(units, code);
            return true;
        }

        return text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && TryRead(text.AsSpan(0, space), text[(space + 1)..], out money);
    }

    private static bool TryRead(ReadOnlySpan<char> amount, string code, out Money money)
    {
        money = default;
        var digits = amount.TrimStart('-');
        var point = amount.IndexOf('.');
        if (!Iso4217.TryGetExponent(code, out var decimals)
            || amount.Length - digits.Length > 1
            || digits.IndexOfAnyExcept("0123456789.") >= 0
            || digits is [] or ['.', ..] or [.., '.']
            || (point >= 0 && amount.Length - point - 1 > decimals)
            || !decimal.TryParse(amount, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var major)
            || !DecimalText.TryToMinorUnits(major, decimals, out var units))
        {
            return false;
        }

        money = new Money(units, code);
        return true;
    }

    /// <returns>Null if the culture has no region, as the invariant one.</returns>
    private static string? CurrencyOf(IFormatProvider? provider)
    {
        var culture = provider is null ? CultureInfo.CurrentCulture : provider as CultureInfo;
        if (culture is null or { IsNeutralCulture: true } or { Name: "" })
        {
            return null;
        }

        try
        {
            return new RegionInfo(culture.Name).ISOCurrencySymbol;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // The patterns of NumberFormatInfo without a space: $n and n$.
    private static string BesidePositive(string code, NumberFormatInfo format) => format.CurrencyPositivePattern switch
    {
        0 => code + NoBreakSpace,
        1 => NoBreakSpace + code,
        _ => code,
    };

    // ($n), -$n, $-n, $n- and $- n; (n$), -n$, n-$ and n$-.
    private static string BesideNegative(string code, NumberFormatInfo format) => format.CurrencyNegativePattern switch
    {
        >= 0 and <= 3 or 16 => code + NoBreakSpace,
        >= 4 and <= 7 => NoBreakSpace + code,
        _ => code,
    };
}

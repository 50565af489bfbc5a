using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Apm.Iso;

namespace Apm;

public readonly partial record struct Money
{
    /// <summary>The amount and the code, the same in every culture, such as <c>12.34 HKD</c>.</summary>
    /// <remarks>A code outside ISO 4217 is printed with its minor units: <c>1234 minor units of CNH</c>.</remarks>
    public override string ToString()
    {
        if (_currency is null)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{MinorUnits} minor units of no currency");
        }

        return Iso4217.TryGetExponent(_currency, out var decimals)
            ? string.Create(CultureInfo.InvariantCulture, $"{DecimalText.ToMajor(MinorUnits, decimals)} {_currency}")
            : string.Create(CultureInfo.InvariantCulture, $"{MinorUnits} minor units of {_currency}");
    }

    /// <summary>The amount as text.</summary>
    /// <param name="format">
    /// <c>G</c> or nothing: the amount and the code, the same in every culture, such as <c>1234.50 HKD</c>. <c>N</c>: the amount alone, as the
    /// culture writes numbers, such as <c>1,234.50</c>. <c>C</c>: the amount with its currency, as the culture writes money. The symbol is that
    /// of the culture if it is the symbol of this currency (<c>$1,234.50</c> for USD in en-US); otherwise, the code is written
    /// (<c>HKD 1,234.50</c>). All have the decimals of the currency.
    /// </param>
    /// <param name="formatProvider">The culture of <c>N</c> and <c>C</c>; null for the current one.</param>
    /// <exception cref="FormatException">The format is not one of these.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => format switch
    {
        null or "" or "G" or "g" => ToString(),
        "N" or "n" or "C" or "c" => Iso4217.TryGetExponent(Currency, out var decimals)
            ? MoneyText.Localized(this, decimals, withCurrency: format is "C" or "c", formatProvider)
            : ToString(),
        _ => throw new FormatException($"Money has the formats G, N and C, and not '{format}'."),
    };

    /// <summary>Reads an amount with its code, such as <c>12.34 HKD</c>, and whatever <see cref="ToString()"/> prints of a currency.</summary>
    /// <param name="s">
    /// The amount in major units with a point and at most the decimals of the currency, a space, and a code of ISO 4217. Group separators are
    /// refused, because they are decimal separators elsewhere.
    /// </param>
    /// <exception cref="FormatException">The text is not such an amount.</exception>
    public static Money Parse(string s) => Parse(s, null);

    /// <inheritdoc cref="Parse(string)" />
    /// <param name="s">The text, as for <see cref="Parse(string)"/>.</param>
    /// <param name="provider">Not used: the text is the same in every culture.</param>
    public static Money Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var money) ? money
            : throw new FormatException($"'{s}' is not money: write the amount, a space and the code of the currency, such as 12.34 HKD.");
    }

    /// <summary>Reads an amount with its code, as <see cref="Parse(string)"/>.</summary>
    /// <returns>False if the text is not such an amount.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, out Money result) => MoneyText.TryRead(s, out result);

    /// <inheritdoc cref="TryParse(string, out Money)" />
    /// <param name="s">The text, as for <see cref="Parse(string)"/>.</param>
    /// <param name="provider">Not used: the text is the same in every culture.</param>
    /// <param name="result">The amount.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Money result) => TryParse(s, out result);
}

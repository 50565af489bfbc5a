using System.Globalization;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Money as a text in a file of exchanges: an amount in major units with its currency.</summary>
internal static class MoneyText
{
    public static string? Of(JsonElement value, ApiModel api, MoneyFormatModel format)
    {
        var (amount, currency) = (Dotted.TextOrNumber(value, format.AmountName), Dotted.TextOrNumber(value, format.CurrencyName));
        if (amount is null || currency is null)
        {
            return null;
        }

        if (format.Notation == MoneyNotation.DecimalString)
        {
            return $"{amount} {currency}";
        }

        return long.TryParse(amount, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minor)
            ? $"{Exponents.Print(api, minor, currency)} {currency}"
            : null;
    }
}

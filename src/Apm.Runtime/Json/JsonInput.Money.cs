using System.Globalization;
using System.Text.Json;

namespace Apm;

/// <content>Reading of money.</content>
public static partial class JsonInput
{
    /// <summary>Reads money in the format of the gateway.</summary>
    /// <exception cref="JsonException">It is not an object with both members, or not an exact amount.</exception>
    public static Money ReadMoney(ref Utf8JsonReader reader, string path, string name, MoneyFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Error(Join(path, name), "an object", reader.TokenType);
        }

        long? minorUnits = null;
        decimal? major = null;
        string? currency = null;
        while (NextMember(ref reader, out var member))
        {
            if (member.SequenceEqual(format.AmountUtf8))
            {
                reader.Read();
                if (format.Notation == MoneyNotation.MinorUnits)
                {
                    minorUnits = ReadInteger(ref reader, Join(path, name), format.AmountName);
                }
                else
                {
                    major = ReadDecimal(ref reader, Join(path, name), format.AmountName);
                }
            }
            else if (member.SequenceEqual(format.CurrencyUtf8))
            {
                reader.Read();
                currency = ReadString(ref reader, Join(path, name), format.CurrencyName);
            }
            else
            {
                SkipMember(ref reader);
            }
        }

        if (minorUnits is null && major is null)
        {
            throw Missing(Join(path, name), format.AmountName);
        }

        if (currency is null)
        {
            throw Missing(Join(path, name), format.CurrencyName);
        }

        if (major is { } amount)
        {
            minorUnits = format.TryGetDecimals(currency, out var decimals) && DecimalText.TryToMinorUnits(amount, decimals, out var units) ? units : null;
        }

        return minorUnits is { } count && format.TryGetMoney(count, currency, out var money)
            ? money
            : throw new JsonException(
                $"The amount at {Join(path, name)} is not an exact amount of its currency.",
                Join(Join(path, name), format.AmountName),
                null,
                null);
    }

    private static decimal ReadDecimal(ref Utf8JsonReader reader, string path, string name)
    {
        var text = ReadString(ref reader, path, name);
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException($"The text at {Join(path, name)} is not a decimal number.", Join(path, name), null, null);
    }
}

using System.Globalization;
using System.Text;
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

        decimal? amount = null;
        string? currency = null;
        while (NextMember(ref reader, out var member))
        {
            if (member.SequenceEqual(format.AmountUtf8))
            {
                reader.Read();
                amount = ReadAmount(ref reader, Join(path, name), format.AmountName, format);
            }
            else if (member.SequenceEqual(format.CurrencyUtf8))
            {
                reader.Read();
                currency = ReadCurrency(ref reader, Join(path, name), format.CurrencyName, format);
            }
            else
            {
                SkipMember(ref reader);
            }
        }

        return amount is null ? throw Missing(Join(path, name), format.AmountName)
            : currency is null ? throw Missing(Join(path, name), format.CurrencyName)
            : ToMoney(amount.Value, currency, Join(path, name), format.AmountName, format);
    }

    /// <summary>Reads an amount or null.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static decimal? NextAmount(ref Utf8JsonReader reader, string path, string name, MoneyFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return NextIsNull(ref reader) ? null : ReadAmount(ref reader, path, name, format);
    }

    /// <summary>Reads the currency of an amount or null.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static string? NextCurrency(ref Utf8JsonReader reader, string path, string name, MoneyFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return NextIsNull(ref reader) ? null : ReadCurrency(ref reader, path, name, format);
    }

    /// <summary>Creates money from an amount and the currency beside it.</summary>
    /// <param name="amount">Null if there is no amount.</param>
    /// <param name="currency">Null if there is no currency.</param>
    /// <param name="path">The path of the object with both members.</param>
    /// <param name="amountName">The name of the amount.</param>
    /// <param name="currencyName">The name of the currency.</param>
    /// <param name="format">How the gateway writes money.</param>
    /// <returns>Null if there is no amount.</returns>
    /// <exception cref="JsonException">There is no currency, or the amount is not an exact amount of it.</exception>
    public static Money? ToMoney(decimal? amount, string? currency, string path, string amountName, string currencyName, MoneyFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return amount is not { } found ? null
            : currency is null ? throw Missing(path, currencyName)
            : ToMoney(found, currency, path, amountName, format);
    }

    /// <summary>Reads money in the format of the gateway whose amount and currency are two members.</summary>
    /// <returns>Null if they are not money.</returns>
    internal static Money? ReadMoney(JsonElement amount, JsonElement currency, MoneyFormat format)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(currency.GetRawText()));
            return NextCurrency(ref reader, "$", "currency", format) is { } code ? ReadMoney(amount, code, format) : null;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // Not a currency, or not well-formed Unicode.
            return null;
        }
    }

    /// <summary>Reads an amount of a currency in the format of the gateway.</summary>
    /// <returns>Null if it is not one.</returns>
    internal static Money? ReadMoney(JsonElement amount, string currency, MoneyFormat format)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(amount.GetRawText()));
            return ToMoney(
                NextAmount(ref reader, "$", "amount", format),
                currency,
                "$",
                "amount",
                "currency",
                format);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // Not money, or not well-formed Unicode.
            return null;
        }
    }

    private static Money ToMoney(decimal amount, string currency, string path, string name, MoneyFormat format)
    {
        var isExact = format.IsMajor
            ? TryToMinorUnits(amount, currency, format, out var units)
            : DecimalText.TryToMinorUnits(amount, decimals: 0, out units);
        return isExact && format.TryGetMoney(units, currency, out var money)
            ? money
            : throw new JsonException($"The amount at {path} is not an exact amount of its currency.", Join(path, name), null, null);
    }

    private static bool TryToMinorUnits(decimal amount, string currency, MoneyFormat format, out long units)
    {
        units = 0;
        return format.TryGetDecimals(currency, out var decimals) && DecimalText.TryToMinorUnits(amount, decimals, out units);
    }

    private static decimal ReadAmount(ref Utf8JsonReader reader, string path, string name, MoneyFormat format) => format.Notation switch
    {
        MoneyNotation.MinorUnits => ReadInteger(ref reader, path, name),
        MoneyNotation.MinorUnitsString => ReadIntegerText(ref reader, path, name),
        MoneyNotation.DecimalNumber => ReadNumber(ref reader, path, name),
        _ => ReadDecimal(ref reader, path, name),
    };

    private static string ReadCurrency(ref Utf8JsonReader reader, string path, string name, MoneyFormat format) =>
        format.TryGetCurrency(ReadString(ref reader, path, name), out var currency)
            ? currency
            : throw new JsonException($"The currency at {Join(path, name)} is not in lower case.", Join(path, name), null, null);

    private static decimal ReadNumber(ref Utf8JsonReader reader, string path, string name) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var value)
            ? value
            : throw Error(Join(path, name), "a decimal number", reader.TokenType);

    private static decimal ReadDecimal(ref Utf8JsonReader reader, string path, string name)
    {
        var text = ReadString(ref reader, path, name);
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException($"The text at {Join(path, name)} is not a decimal number.", Join(path, name), null, null);
    }
}

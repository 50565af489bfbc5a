using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Apm;

/// <summary>
/// Stores money as JSON: <c>{"MinorUnits":1250,"Currency":"HKD"}</c>, with names as the naming policy of the options writes them. Both members
/// are required, and others are refused, so that money in another notation is never read as a different amount.
/// </summary>
/// <remarks>This is the notation of a shop's own data. A gateway's notation is that of its spec.</remarks>
public sealed class MoneyJsonConverter : JsonConverter<Money>
{
    /// <inheritdoc />
    /// <exception cref="JsonException">
    /// The value is not an object with exactly these two members, a member occurs twice, the amount is not a whole number of minor units that fits
    /// into a <see cref="long"/>, or the currency is not a text.
    /// </exception>
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (unitsName, currencyName) = Names(options);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"Money must be an object with the members {unitsName} and {currencyName}.");
        }

        long? units = null;
        string? currency = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (units is null && IsNamed(name, unitsName, nameof(Money.MinorUnits)))
            {
                units = Units(ref reader, unitsName, options);
            }
            else if (currency is null && IsNamed(name, currencyName, nameof(Money.Currency)))
            {
                currency = reader.TokenType == JsonTokenType.String
                    ? reader.GetString()
                    : throw new JsonException($"{currencyName} must be a text, such as HKD.");
            }
            else
            {
                throw new JsonException($"Money must have the members {unitsName} and {currencyName}, once each, and no member {name}.");
            }
        }

        return units is { } amount && currency is not null ? new Money(amount, currency)
            : throw new JsonException($"Money without {(units is null ? unitsName : currencyName)}: both {unitsName} and {currencyName} are required.");
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        var (units, currency) = Names(options);
        writer.WriteStartObject();
        writer.WriteNumber(units, value.MinorUnits);
        writer.WriteString(currency, value.Currency);
        writer.WriteEndObject();
    }

    private static (string Units, string Currency) Names(JsonSerializerOptions options) =>
        options.PropertyNamingPolicy is { } policy
            ? (policy.ConvertName(nameof(Money.MinorUnits)), policy.ConvertName(nameof(Money.Currency)))
            : (nameof(Money.MinorUnits), nameof(Money.Currency));

    // Data that was stored under another naming policy is still readable.
    private static bool IsNamed(string name, string byPolicy, string property) =>
        name == byPolicy || string.Equals(name, property, StringComparison.OrdinalIgnoreCase);

    private static long Units(ref Utf8JsonReader reader, string name, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var units))
        {
            return units;
        }

        return reader.TokenType == JsonTokenType.String
            && options.NumberHandling.HasFlag(JsonNumberHandling.AllowReadingFromString)
            && long.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out units)
            ? units
            : throw new JsonException($"{name} must be a whole number of minor units, such as 1250 for 12.50 HKD.");
    }
}

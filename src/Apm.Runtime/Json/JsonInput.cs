using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Apm;

/// <summary>Reads JSON members for generated code. Errors name the place and never quote a value.</summary>
/// <remarks>Every reading method finds the reader on the member's value and leaves it on the value's last token.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonInput
{
    /// <summary>Checks that the reader stands on the start of an object.</summary>
    /// <param name="reader">Stands on a value.</param>
    /// <param name="path">Where the value stands, such as <c>$.merchant</c>.</param>
    /// <exception cref="JsonException">It is not an object.</exception>
    public static void ExpectObject(ref Utf8JsonReader reader, string path)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Error(path, "an object", reader.TokenType);
        }
    }

    /// <summary>Moves to the next member's name, or to the end of the object.</summary>
    /// <param name="reader">Stands on the start of the object, or on the end of a member's value.</param>
    /// <param name="name">The name without escapes; it stays as long as the reader's input.</param>
    /// <returns>False at the end of the object.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NextMember(ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
        {
            name = default;
            return false;
        }

        name = IsPlain(ref reader) ? reader.ValueSpan : Unescaped(ref reader);
        return true;
    }

    /// <summary>From a member's name, moves to the end of its value.</summary>
    public static void SkipMember(ref Utf8JsonReader reader)
    {
        reader.Read();

        // Not Skip, which refuses to work while more input may come.
        reader.TrySkip();
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="JsonException">It is not a text.</exception>
    public static string ReadString(ref Utf8JsonReader reader, string path, string name)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw Error(Join(path, name), "a text", reader.TokenType);
        }

        return Text(ref reader, path, name);
    }

    /// <summary>Reads an address. It is kept as written, whether it is a good one or not.</summary>
    /// <exception cref="JsonException">It is not a text, or no <see cref="Uri"/> can hold it.</exception>
    public static Uri ReadUri(ref Utf8JsonReader reader, string path, string name) =>
        Uri.TryCreate(ReadString(ref reader, path, name), UriKind.RelativeOrAbsolute, out var uri)
            ? uri
            : throw new JsonException($"The text at {Join(path, name)} is not an address.", Join(path, name), null, null);

    /// <summary>Reads an integer.</summary>
    /// <exception cref="JsonException">It is not an integer of 64 bits.</exception>
    public static long ReadInteger(ref Utf8JsonReader reader, string path, string name) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value)
            ? value
            : throw Error(Join(path, name), "an integer", reader.TokenType);

    /// <summary>Reads a date, written as year-month-day.</summary>
    /// <exception cref="JsonException">It is not a text, or no such date.</exception>
    public static DateOnly ReadDate(ref Utf8JsonReader reader, string path, string name) =>
        DateOnly.TryParseExact(ReadString(ref reader, path, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new JsonException($"The text at {Join(path, name)} is not a date such as 2024-01-31.", Join(path, name), null, null);

    /// <summary>Reads a list.</summary>
    /// <param name="reader">Stands on the start of an array, and on its end afterwards.</param>
    /// <param name="path">Where the object stands that has the list.</param>
    /// <param name="name">The list's name in it.</param>
    /// <param name="read">Reads an item.</param>
    /// <exception cref="JsonException">It is not an array, or an item is not what it should be.</exception>
    public static ApmList<T> ReadList<T>(ref Utf8JsonReader reader, string path, string name, JsonItemReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Error(Join(path, name), "a list", reader.TokenType);
        }

        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(read(ref reader, path, name + "[" + items.Count.ToString(CultureInfo.InvariantCulture) + "]"));
        }

        return items.Count == 0 ? ApmList<T>.Empty : new ApmList<T>([.. items]);
    }

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static bool ReadBoolean(ref Utf8JsonReader reader, string path, string name) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Error(Join(path, name), "true or false", reader.TokenType),
    };

    /// <summary>Reads a constant.</summary>
    /// <exception cref="JsonException">It is another value.</exception>
    public static void ReadConst(ref Utf8JsonReader reader, string path, string name, string expected)
    {
        if (reader.TokenType != JsonTokenType.String || !reader.ValueTextEquals(expected))
        {
            throw new JsonException($"The value at {Join(path, name)} is not '{expected}'.", Join(path, name), null, null);
        }
    }

    /// <summary>Reads money as the gateway writes it.</summary>
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
            : throw new JsonException($"The amount at {Join(path, name)} is not an exact amount of its currency.", Join(Join(path, name), format.AmountName), null, null);
    }

    /// <summary>The error for a required member that is absent.</summary>
    /// <param name="path">Where the object stands.</param>
    /// <param name="name">The member's name.</param>
    public static JsonException Missing(string path, string name) =>
        new($"The required member {Join(path, name)} is missing.", Join(path, name), null, null);

    /// <summary>Adds a link or action to those found so far; the reader stands on its name. One without an address is left out.</summary>
    /// <param name="reader">Stands on the name, and on the end of the value afterwards.</param>
    /// <param name="path">Where the object of links stands.</param>
    /// <param name="href">The member of a link that holds its address.</param>
    /// <param name="actions">Null until there is one.</param>
    /// <exception cref="JsonException">The address is not a text.</exception>
    public static void ReadAction(ref Utf8JsonReader reader, string path, scoped ReadOnlySpan<byte> href, ref PaymentActions? actions)
    {
        var name = JsonText.Read(ref reader, path);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.TrySkip();
            return;
        }

        JsonText address = default;
        while (NextMember(ref reader, out var member))
        {
            if (!member.SequenceEqual(href))
            {
                SkipMember(ref reader);
                continue;
            }

            reader.Read();
            address = reader.TokenType switch
            {
                JsonTokenType.String => JsonText.Read(ref reader, path),
                JsonTokenType.Null => default,
                _ => throw Error(Join(path, "*." + Encoding.UTF8.GetString(href)), "a text", reader.TokenType),
            };
        }

        if (!address.IsAbsent)
        {
            (actions ??= new PaymentActions()).Add(name, address);
        }
    }

    /// <summary>Reads how a payment goes on: an address, or a picture where there is no address. The first of each in an answer counts.</summary>
    /// <param name="reader">Stands on the value; one that is no text is passed over.</param>
    /// <param name="path">Where the object stands, for errors.</param>
    /// <param name="name">The member's name, for errors.</param>
    /// <param name="redirect">Takes an address.</param>
    /// <param name="qrCode">Takes anything else, unless it is empty.</param>
    public static void ReadRedirect(ref Utf8JsonReader reader, string path, string name, ref JsonText redirect, ref JsonText qrCode)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.TrySkip();
            return;
        }

        var isAddress = HasScheme(reader.ValueSpan);
        if (reader.ValueSpan.IsEmpty || !(isAddress ? redirect : qrCode).IsAbsent)
        {
            return;
        }

        (isAddress ? ref redirect : ref qrCode) = JsonText.Read(ref reader, path, name);
    }

    // Neither Base64 nor the digits of a payment code begin like an address.
    private static bool HasScheme(ReadOnlySpan<byte> text)
    {
        var colon = text.IndexOf((byte)':');
        if (colon <= 0 || !char.IsAsciiLetter((char)text[0]))
        {
            return false;
        }

        foreach (var letter in text[..colon])
        {
            if (!char.IsAsciiLetterOrDigit((char)letter) && letter is not ((byte)'+' or (byte)'-' or (byte)'.'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The object on which the reader stands, as UTF-8.</summary>
    public static ReadOnlyMemory<byte> ReadRaw(ref Utf8JsonReader reader) =>
        Encoding.UTF8.GetBytes(JsonElement.ParseValue(ref reader).GetRawText());

    internal static bool IsPlain(ref Utf8JsonReader reader) => !reader.HasValueSequence && !reader.ValueIsEscaped;

    /// <summary>The text or member's name on which the reader stands.</summary>
    internal static string Text(ref Utf8JsonReader reader, string path, string? name = null)
    {
        // Most texts are ASCII, which becomes a string without counting characters first.
        if (IsPlain(ref reader) && Ascii.IsValid(reader.ValueSpan))
        {
            return Encoding.Latin1.GetString(reader.ValueSpan);
        }

        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            var place = name is null ? path : Join(path, name);
            throw new JsonException($"The text at {place} is not well-formed Unicode.", place, null, null);
        }
    }

    private static ReadOnlySpan<byte> Unescaped(ref Utf8JsonReader reader)
    {
        var longest = reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length;
        var name = new byte[longest];
        try
        {
            return name.AsSpan(0, reader.CopyString(name));
        }
        catch (InvalidOperationException)
        {
            // No well-formed Unicode, so nobody's name.
            return default;
        }
    }

    private static decimal ReadDecimal(ref Utf8JsonReader reader, string path, string name)
    {
        var text = ReadString(ref reader, path, name);
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException($"The text at {Join(path, name)} is not a decimal number.", Join(path, name), null, null);
    }

    private static string Join(string path, string name) => path + "." + name;

    private static JsonException Error(string path, string expected, JsonTokenType found) =>
        new($"The value at {path} is {Describe(found)}, not {expected}.", path, null, null);

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "another number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.Null => "null",
        _ => "nothing",
    };
}

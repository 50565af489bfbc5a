using System.Buffers.Text;
using System.Globalization;

namespace Apm;

/// <content>Times, decimal numbers and maps. A member without a value is left out.</content>
public ref partial struct JsonOutput
{
    // The longest time has seven decimals of a second and an offset; the longest decimal has 29 digits, a sign, a zero and a point.
    private const int MaxValueLength = 64;

    /// <summary>Writes a member whose value is a time, as ISO 8601 with its offset.</summary>
    public void DateTime(scoped ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            Raw(name);
            DateTime(time);
        }
    }

    /// <summary>Writes a time as ISO 8601 with its offset, in quotes.</summary>
    public void DateTime(DateTimeOffset value)
    {
        Ensure(MaxValueLength);
        _buffer[_length++] = (byte)'"';
        value.TryFormat(_buffer.AsSpan(_length), out var written, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
        _length += written;
        _buffer[_length++] = (byte)'"';
    }

    /// <summary>Writes a member whose value is a time, as whole seconds since 1970.</summary>
    public void DateTimeSeconds(scoped ReadOnlySpan<byte> name, DateTimeOffset? value) => Integer(name, value?.ToUnixTimeSeconds());

    /// <summary>Writes a time as whole seconds since 1970.</summary>
    public void DateTimeSeconds(DateTimeOffset value) => Integer(value.ToUnixTimeSeconds());

    /// <summary>Writes a member whose value is a number with decimals.</summary>
    public void DecimalNumber(scoped ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } number)
        {
            Raw(name);
            DecimalNumber(number);
        }
    }

    /// <summary>Writes a number with decimals.</summary>
    public void DecimalNumber(decimal value)
    {
        Ensure(MaxValueLength);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_length), out var written);
        _length += written;
    }

    /// <summary>Writes a member whose value is the text of a number.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The number.</param>
    /// <param name="decimals">The digits after the point; a negative number for those of the value.</param>
    public void DecimalNumberText(scoped ReadOnlySpan<byte> name, decimal? value, int decimals)
    {
        if (value is { } number)
        {
            Raw(name);
            DecimalNumberText(number, decimals);
        }
    }

    /// <summary>Writes the text of a number. A number with more decimals keeps all of them, because a validator refuses it.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">The digits after the point; a negative number for those of the value.</param>
    public void DecimalNumberText(decimal value, int decimals)
    {
        Ensure(MaxValueLength);
        _buffer[_length++] = (byte)'"';
        var format = decimals < 0 || !ApmChecks.HasDecimals(value, decimals) ? default : new System.Buffers.StandardFormat('F', (byte)decimals);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_length), out var written, format);
        _length += written;
        _buffer[_length++] = (byte)'"';
    }

    /// <summary>Writes a member whose value is a map.</summary>
    public void Map(scoped ReadOnlySpan<byte> name, ApmMap? value)
    {
        if (value is not null)
        {
            Raw(name);
            var start = Length;
            Members(value);
            EndObject(start);
        }
    }

    /// <summary>Writes the entries of a map as members.</summary>
    public void Members(ApmMap? value)
    {
        foreach (var (name, text) in value ?? ApmMap.Empty)
        {
            Byte((byte)',');
            String(name);
            Byte((byte)':');
            String(text);
        }
    }
}

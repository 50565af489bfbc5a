using System.Buffers;
using System.Buffers.Text;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace Apm;

/// <summary>Writes JSON as UTF-8 into a pooled buffer. It does not check the structure, which generated code writes correctly.</summary>
/// <remarks>Pass it by reference. Call either <see cref="Detach"/> or <see cref="Dispose"/> once.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct JsonOutput
{
    private const int DefaultCapacity = 1024;
    private const int MaxNumberLength = 20;

    // A UTF-16 unit needs at most three bytes of UTF-8, or six bytes as an escape.
    private const int MaxUnitLength = 6;

    private byte[] _buffer;
    private int _length;

    private JsonOutput(byte[] buffer) => _buffer = buffer;

    internal CallValues? Values { get; init; }

    /// <summary>Creates a writer with a buffer from the pool.</summary>
    /// <param name="capacity">The initial capacity in bytes. The buffer grows if necessary.</param>
    public static JsonOutput Rent(int capacity = DefaultCapacity) => new(ArrayPool<byte>.Shared.Rent(capacity));

    /// <summary>Creates a writer for the body of a call, with a buffer from the pool.</summary>
    /// <param name="values">The values that the spec names.</param>
    public static JsonOutput RentFor(CallValues values) => new(ArrayPool<byte>.Shared.Rent(DefaultCapacity)) { Values = values };

    /// <summary>The written bytes.</summary>
    public readonly ReadOnlySpan<byte> WrittenSpan => _buffer.AsSpan(0, _length);

    /// <summary>The number of written bytes.</summary>
    public readonly int Length => _length;

    /// <summary>Writes bytes unchanged.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(scoped ReadOnlySpan<byte> utf8)
    {
        Ensure(utf8.Length);
        utf8.CopyTo(_buffer.AsSpan(_length));
        _length += utf8.Length;
    }

    /// <summary>
    /// Ends an object. Each of its members was written with a comma before it, and without the opening brace: the first comma
    /// becomes the brace.
    /// </summary>
    /// <param name="start">The <see cref="Length"/> before the first member.</param>
    public void EndObject(int start)
    {
        if (_length == start)
        {
            Raw("{}"u8);
            return;
        }

        _buffer[start] = (byte)'{';
        Byte((byte)'}');
    }

    /// <summary>Ends an array that was begun without its bracket, like <see cref="EndObject"/> ends an object.</summary>
    /// <param name="start">The <see cref="Length"/> before the first item.</param>
    public void EndArray(int start)
    {
        if (_length == start)
        {
            Raw("[]"u8);
            return;
        }

        _buffer[start] = (byte)'[';
        Byte((byte)']');
    }

    /// <summary>Writes a date as year-month-day in quotes.</summary>
    public void Date(DateOnly value)
    {
        Ensure(MaxNumberLength);
        _buffer[_length++] = (byte)'"';
        value.TryFormat(_buffer.AsSpan(_length), out var written, "O", CultureInfo.InvariantCulture);
        _length += written;
        _buffer[_length++] = (byte)'"';
    }

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    /// <summary>Writes an integer.</summary>
    public void Integer(long value)
    {
        Ensure(MaxNumberLength);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_length), out var written);
        _length += written;
    }

    /// <summary>Writes an integer in quotes.</summary>
    public void IntegerText(long value)
    {
        Byte((byte)'"');
        Integer(value);
        Byte((byte)'"');
    }

    /// <summary>Writes <c>true</c> or <c>false</c> in quotes.</summary>
    public void BooleanText(bool value) => Raw(value ? "\"true\""u8 : "\"false\""u8);

    /// <summary>Writes a text in quotes. Only characters that JSON requires to be escaped are escaped. An unpaired surrogate becomes U+FFFD.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public void String(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Ensure(value.Length + 2);
        var target = _buffer.AsSpan(_length, value.Length + 2);
        if (!PlainText.TryCopy(value, target[1..^1]))
        {
            Escaped(value);
            return;
        }

        target[0] = (byte)'"';
        target[^1] = (byte)'"';
        _length += target.Length;
    }

    /// <summary>Writes an address in quotes, as it was passed to the constructor of <see cref="System.Uri"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public void Uri(Uri value)
    {
        ArgumentNullException.ThrowIfNull(value);
        String(value.OriginalString);
    }

    /// <summary>Writes money in the format of the gateway.</summary>
    /// <exception cref="InvalidOperationException">The gateway's format cannot represent the amount exactly, or does not know the currency.</exception>
    public void Money(in Money value, MoneyFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        Raw(format.Opening);
        Amount(value, format);
        Raw(format.Middle);
        String(format.ToCode(value.Currency));
        Byte((byte)'}');
    }

    /// <summary>Passes the buffer on to a request. This writer is empty afterwards.</summary>
    public ApmBody Detach()
    {
        var body = new ApmBody(_buffer, _length);
        this = default;
        return body;
    }

    /// <summary>Returns the buffer to the pool. It does nothing after <see cref="Detach"/>.</summary>
    public void Dispose()
    {
        var buffer = _buffer;
        this = default;
        if (buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Amount(in Money value, MoneyFormat format)
    {
        if (!format.TryGetGatewayUnits(value, out var units))
        {
            throw new InvalidOperationException($"{value} cannot be written exactly with the decimals that the gateway gives {value.Currency}.");
        }

        var isText = format.Notation is MoneyNotation.DecimalString or MoneyNotation.MinorUnitsString;
        if (isText)
        {
            Byte((byte)'"');
        }

        if (format.IsMajor)
        {
            Decimal(units, value.Currency, format);
        }
        else
        {
            Integer(units);
        }

        if (isText)
        {
            Byte((byte)'"');
        }
    }

    private void Decimal(long units, string currency, MoneyFormat format)
    {
        if (!format.TryGetDecimals(currency, out var decimals))
        {
            throw new InvalidOperationException($"The decimals of '{currency}' are not known, so it cannot be written in major units.");
        }

        Ensure(MaxNumberLength + DecimalText.MaximumDecimals + 2);
        Utf8Formatter.TryFormat(DecimalText.ToMajor(units, decimals), _buffer.AsSpan(_length), out var written, new StandardFormat('F', (byte)decimals));
        _length += written;
    }

    private void Escaped(string value)
    {
        Ensure(checked((value.Length * MaxUnitLength) + 2));
        _buffer[_length++] = (byte)'"';
        var rest = value.AsSpan();
        while (!rest.IsEmpty)
        {
            var plain = rest.IndexOfAny(JsonEscapes.Demanded);
            plain = plain < 0 ? rest.Length : plain;
            Utf8.FromUtf16(rest[..plain], _buffer.AsSpan(_length), out _, out var written, replaceInvalidSequences: true);
            _length += written;
            if (plain == rest.Length)
            {
                break;
            }

            _length += JsonEscapes.Write(rest[plain], _buffer.AsSpan(_length));
            rest = rest[(plain + 1)..];
        }

        _buffer[_length++] = (byte)'"';
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Byte(byte value)
    {
        Ensure(1);
        _buffer[_length++] = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Ensure(int more)
    {
        if (_buffer.Length - _length < more)
        {
            Grow(more);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int more)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(_buffer.Length * 2, _length + more)));
        WrittenSpan.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}

using System.Buffers;

namespace Apm;

/// <summary>The characters that RFC 8259 does not allow unescaped in a string.</summary>
internal static class JsonEscapes
{
    public static readonly SearchValues<char> Demanded = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F" +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    /// <summary>Writes the escape of such a character and returns its length in bytes, at most six.</summary>
    public static int Write(char value, Span<byte> target)
    {
        target[0] = (byte)'\\';
        target[1] = value switch
        {
            '"' or '\\' => (byte)value,
            '\b' => (byte)'b',
            '\f' => (byte)'f',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            _ => (byte)'u',
        };
        if (target[1] != (byte)'u')
        {
            return 2;
        }

        "00"u8.CopyTo(target[2..]);
        target[4] = (byte)(value < 16 ? '0' : '1');
        target[5] = "0123456789abcdef"u8[value & 15];
        return 6;
    }
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Apm.Sandbox;

/// <summary>A PNG in place of a QR code. It cannot be scanned: it contains the address of the hosted page as text.</summary>
internal static class Picture
{
    private const int Side = 32;
    private const string Keyword = "Location";

    private static readonly byte[] s_signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    public static byte[] Of(string address)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Side);

        // One bit for each pixel, black or white; no interlacing.
        header[8] = 1;
        return
        [
            .. s_signature,
            .. Chunk("IHDR", header),
            .. Chunk("tEXt", Encoding.Latin1.GetBytes(Keyword + "\0" + address)),
            .. Chunk("IDAT", Pixels()),
            .. Chunk("IEND", []),
        ];
    }

    /// <summary>The address in a picture of the sandbox; null if there is none.</summary>
    public static string? AddressIn(string base64)
    {
        var png = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, png, out var length) || !png.AsSpan().StartsWith(s_signature))
        {
            return null;
        }

        for (var at = s_signature.Length; at + 12 <= length;)
        {
            var size = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (size < 0 || size > length - at - 12)
            {
                return null;
            }

            var text = Encoding.Latin1.GetString(png, at + 4, 4 + size);
            if (text.StartsWith("tEXt" + Keyword + "\0", StringComparison.Ordinal))
            {
                return text[(4 + Keyword.Length + 1)..];
            }

            at += 12 + size;
        }

        return null;
    }

    // Squares, so that the picture looks like a QR code.
    private static byte[] Pixels()
    {
        using var pixels = new MemoryStream();
        using (var zlib = new ZLibStream(pixels, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var row = 0; row < Side; row++)
            {
                zlib.WriteByte(0);
                for (var column = 0; column < Side / 8; column++)
                {
                    zlib.WriteByte((byte)(((row / 8) + column) % 2 == 0 ? 0x00 : 0xff));
                }
            }
        }

        return pixels.ToArray();
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        const uint Polynomial = 0xedb88320;
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
            }
        }

        return ~crc;
    }
}

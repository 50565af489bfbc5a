using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Apm.Faults;

/// <summary>One connection, for a fault to act on.</summary>
/// <param name="socket">The client's.</param>
/// <param name="arrived">Told of the head and the body of each request that arrived whole.</param>
/// <param name="elsewhere">Where redirects to another origin lead.</param>
/// <param name="stopping">Ends the gateway.</param>
internal sealed class Connection(Socket socket, Action<string, string> arrived, Uri? elsewhere, CancellationToken stopping)
{
    private readonly List<byte> _read = [];

    public Uri? Elsewhere => elsewhere;

    /// <summary>Waits for the first bytes of a request.</summary>
    public async Task<bool> SeesAByteAsync() => _read.Count > 0 || await FillAsync();

    /// <summary>What has arrived of the request so far.</summary>
    public string Peek() => Encoding.Latin1.GetString([.. _read]);

    /// <summary>Reads a head. A request without a body has arrived whole with it.</summary>
    public async Task<string> ReadHeadAsync()
    {
        int end;
        while ((end = Peek().IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0)
        {
            if (!await FillAsync())
            {
                throw new IOException("The client hung up.");
            }
        }

        var head = Peek()[..(end + 4)];
        if (Length(head) == 0 && !IsChunked(head))
        {
            arrived(head, "");
        }

        return head;
    }

    /// <summary>Reads a whole request and notes that it arrived.</summary>
    public async Task ReadAsync()
    {
        var head = await ReadHeadAsync();
        var length = head.Length + Length(head);
        if (head.Contains("Expect: 100-continue", StringComparison.OrdinalIgnoreCase) && _read.Count < length)
        {
            await WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray());
        }

        while (IsChunked(head) ? !Peek().EndsWith("0\r\n\r\n", StringComparison.Ordinal) : _read.Count < length)
        {
            if (!await FillAsync())
            {
                throw new IOException("The client hung up.");
            }
        }

        length = IsChunked(head) ? _read.Count : length;
        if (length > head.Length)
        {
            arrived(head, Peek()[head.Length..length]);
        }

        _read.RemoveRange(0, length);
    }

    public async Task WriteAsync(byte[] bytes) => await socket.SendAsync(bytes, stopping);

    /// <summary>Ends the connection as a program that dies does.</summary>
    public bool Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
        return false;
    }

    /// <summary>Ends it in good order.</summary>
    public bool Close()
    {
        socket.Shutdown(SocketShutdown.Both);
        socket.Close();
        return false;
    }

    /// <summary>Says nothing until the client hangs up.</summary>
    public async Task<bool> HangAsync()
    {
        while (await FillAsync())
        {
            _read.Clear();
        }

        return false;
    }

    private static bool IsChunked(string head) => head.Contains("chunked", StringComparison.OrdinalIgnoreCase);

    private static int Length(string head)
    {
        const string Name = "\r\ncontent-length:";
        var index = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return index < 0
            ? 0
            : int.Parse(
                head.AsSpan(index + Name.Length, head.IndexOf("\r\n", index + 2, StringComparison.Ordinal) - index - Name.Length),
                CultureInfo.InvariantCulture);
    }

    private async Task<bool> FillAsync()
    {
        var buffer = new byte[16384];
        var count = await socket.ReceiveAsync(buffer, stopping);
        _read.AddRange(buffer.AsSpan(0, count));
        return count > 0;
    }
}

using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace Apm.Faults;

/// <summary>What happens to the first stream.</summary>
internal enum StreamFault
{
    /// <summary>It is answered.</summary>
    Healthy,

    /// <summary>It is refused with REFUSED_STREAM before its body.</summary>
    RefusedAtHeaders,

    /// <summary>It is refused with REFUSED_STREAM although it arrived whole.</summary>
    RefusedWhole,

    /// <summary>The connection ends with GOAWAY before it.</summary>
    GoAwayBefore,

    /// <summary>The connection ends with GOAWAY after it.</summary>
    GoAwayAfter,

    /// <summary>It is cancelled after it arrived.</summary>
    Cancelled,

    /// <summary>The connection closes after it arrived.</summary>
    Closed,

    /// <summary>It is answered with 503.</summary>
    Unavailable,
}

/// <summary>A gateway that speaks as much of HTTP/2 as it takes to fail in it. It reads no header, so it does not know targets.</summary>
internal sealed class Http2Gateway : IGateway
{
    private const byte Data = 0;
    private const byte Headers = 1;
    private const byte ResetStream = 3;
    private const byte Settings = 4;
    private const byte Ping = 6;
    private const byte GoAway = 7;
    private const byte Ack = 1;
    private const byte EndStream = 1;
    private const byte EndHeaders = 4;
    private const uint RefusedStream = 7;
    private const uint Cancel = 8;

    private readonly TcpListener _listener = new(LoopbackAddress.Next(), 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<string> _arrived = new();
    private readonly StreamFault _fault;
    private readonly Aftermath _aftermath;
    private int _streams;

    public Http2Gateway(StreamFault fault, Aftermath aftermath)
    {
        _fault = fault;
        _aftermath = aftermath;
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    public IReadOnlyCollection<string> Arrived => _arrived;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stopping.Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        try
        {
            var stream = client.GetStream();
            await stream.ReadExactlyAsync(new byte["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".Length], _stopping.Token);
            await WriteAsync(stream, Settings, 0, 0, []);
            var head = new byte[9];
            while (true)
            {
                await stream.ReadExactlyAsync(head, _stopping.Token);
                var payload = new byte[(head[0] << 16) | (head[1] << 8) | head[2]];
                await stream.ReadExactlyAsync(payload, _stopping.Token);
                if (!await TakeAsync(stream, head[3], head[4], BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(5)), payload))
                {
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task<bool> TakeAsync(NetworkStream stream, byte type, byte flags, uint id, byte[] payload)
    {
        switch (type)
        {
            case Settings when (flags & Ack) == 0:
                await WriteAsync(stream, Settings, Ack, 0, []);
                return true;
            case Ping when (flags & Ack) == 0:
                await WriteAsync(stream, Ping, Ack, 0, payload);
                return true;
            case Headers:
                var fault = Interlocked.Increment(ref _streams) == 1 || _aftermath == Aftermath.Again ? _fault : StreamFault.Healthy;
                return await AtHeadersAsync(stream, id, fault) && ((flags & EndStream) == 0 || await WholeAsync(stream, id));
            case Data when (flags & EndStream) != 0:
                return await WholeAsync(stream, id);
            default:
                return true;
        }
    }

    private async Task<bool> AtHeadersAsync(NetworkStream stream, uint id, StreamFault fault)
    {
        switch (fault)
        {
            case StreamFault.RefusedAtHeaders:
                await WriteAsync(stream, ResetStream, 0, id, Number(RefusedStream));
                return true;
            case StreamFault.GoAwayBefore:
                await WriteAsync(stream, GoAway, 0, 0, [.. Number(0), .. Number(0)]);
                return false;
            default:
                return true;
        }
    }

    private async Task<bool> WholeAsync(NetworkStream stream, uint id)
    {
        _arrived.Enqueue("");
        switch (_streams == 1 || _aftermath == Aftermath.Again ? _fault : StreamFault.Healthy)
        {
            case StreamFault.RefusedAtHeaders:
                return true;
            case StreamFault.RefusedWhole:
                await WriteAsync(stream, ResetStream, 0, id, Number(RefusedStream));
                return true;
            case StreamFault.Cancelled:
                await WriteAsync(stream, ResetStream, 0, id, Number(Cancel));
                return true;
            case StreamFault.GoAwayAfter:
                await WriteAsync(stream, GoAway, 0, 0, [.. Number(id), .. Number(0)]);
                return false;
            case StreamFault.Closed:
                return false;
            case StreamFault.Unavailable:
                await AnswerAsync(stream, id, "503", "");
                return true;
            default:
                await AnswerAsync(stream, id, _aftermath == Aftermath.Refuse && _streams > 1 ? "400" : "202", Answers.Payment("settled"));
                return true;
        }
    }

    private async Task AnswerAsync(NetworkStream stream, uint id, string status, string body)
    {
        // A literal of the indexed name :status, without indexing.
        await WriteAsync(stream, Headers, EndHeaders, id, [8, 3, .. Encoding.ASCII.GetBytes(status)]);
        await WriteAsync(stream, Data, EndStream, id, Encoding.UTF8.GetBytes(body));
    }

    private async Task WriteAsync(NetworkStream stream, byte type, byte flags, uint id, byte[] payload) =>
        await stream.WriteAsync(
            (byte[])[(byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length, type, flags, .. Number(id), .. payload],
            _stopping.Token);

    private static byte[] Number(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}

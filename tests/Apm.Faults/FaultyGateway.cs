using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Apm.Faults;

/// <summary>A gateway on raw sockets that counts the requests that arrive whole, and fails as it is told.</summary>
internal sealed class FaultyGateway : IGateway
{
    private readonly TcpListener _listener = new(LoopbackAddress.Next(), 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<string> _arrived = new();
    private readonly ConcurrentDictionary<Socket, byte> _open = new();
    private readonly Fault _fault;
    private readonly Aftermath _aftermath;
    private int _hits;

    /// <param name="fault">What happens to the first request.</param>
    /// <param name="aftermath">What happens to those after it.</param>
    /// <param name="elsewhere">Where redirects to another origin lead.</param>
    public FaultyGateway(Fault fault, Aftermath aftermath, Uri? elsewhere = null)
    {
        Elsewhere = elsewhere;
        _fault = fault;
        _aftermath = aftermath;
        _listener.Start();
        Address = new($"http://{_listener.LocalEndpoint}");
        if (fault.IsDown)
        {
            _listener.Stop();
        }
        else
        {
            _ = AcceptAsync();
        }
    }

    public Uri Address { get; }

    /// <summary>The targets of the requests that arrived whole.</summary>
    public IReadOnlyCollection<string> Arrived => _arrived;

    /// <summary>Whether a request with credentials arrived.</summary>
    public bool SawCredentials { get; private set; }

    public Uri? Elsewhere { get; }

    public CancellationToken Stopping => _stopping.Token;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        foreach (var socket in _open.Keys)
        {
            socket.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync(_stopping.Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        _open.TryAdd(socket, 0);
        socket.NoDelay = true;
        try
        {
            using var owned = socket;
            var connection = new Connection(socket, this);
            while (await ServeOneAsync(connection))
            {
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
        finally
        {
            _open.TryRemove(socket, out _);
        }
    }

    private async Task<bool> ServeOneAsync(Connection connection)
    {
        if (!await connection.SeesAByteAsync())
        {
            return false;
        }

        // What warms the connection up, and what comes after the fault, is not the fault's.
        if (connection.Peek().StartsWith("GET /warm", StringComparison.Ordinal))
        {
            await connection.ReadAsync();
            await connection.WriteAsync(Answers.Http(200, Answers.Payment("settled")));
            return await _fault.AfterWarmingAsync(connection);
        }

        if (Interlocked.Increment(ref _hits) > 1 && _aftermath != Aftermath.Again)
        {
            await connection.ReadAsync();
            await connection.WriteAsync(_aftermath == Aftermath.Refuse ? Answers.Http(400, """{"errorName":"refused"}""") : Answers.Accepted());
            return true;
        }

        if (_aftermath == Aftermath.Down)
        {
            _listener.Stop();
        }

        return await _fault.ActAsync(connection);
    }

    /// <summary>One connection, for a fault to act on.</summary>
    internal sealed class Connection(Socket socket, FaultyGateway gateway)
    {
        private readonly List<byte> _read = [];

        public Uri? Elsewhere => gateway.Elsewhere;

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
                Note(head);
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
                Note(head);
            }

            _read.RemoveRange(0, length);
        }

        public async Task WriteAsync(byte[] bytes) => await socket.SendAsync(bytes, gateway.Stopping);

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

        public async Task<bool> HangAsync()
        {
            await Task.Delay(Timeout.Infinite, gateway.Stopping);
            return false;
        }

        private static bool IsChunked(string head) => head.Contains("chunked", StringComparison.OrdinalIgnoreCase);

        private static int Length(string head)
        {
            const string Name = "\r\ncontent-length:";
            var index = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
            return index < 0 ? 0 : int.Parse(head.AsSpan(index + Name.Length, head.IndexOf("\r\n", index + 2, StringComparison.Ordinal) - index - Name.Length), CultureInfo.InvariantCulture);
        }

        private void Note(string head)
        {
            gateway.SawCredentials |= head.Contains("Authorization:", StringComparison.OrdinalIgnoreCase);
            gateway._arrived.Enqueue(head.Split(' ')[1]);
        }

        private async Task<bool> FillAsync()
        {
            var buffer = new byte[16384];
            var count = await socket.ReceiveAsync(buffer, gateway.Stopping);
            _read.AddRange(buffer.AsSpan(0, count));
            return count > 0;
        }
    }
}

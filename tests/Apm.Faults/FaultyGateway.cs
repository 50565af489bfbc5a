using System.Collections.Concurrent;
using System.Net.Sockets;

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
            var connection = new Connection(socket, Note, Elsewhere, _stopping.Token);
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

    private void Note(string head, string body)
    {
        SawCredentials |= head.Contains("Authorization:", StringComparison.OrdinalIgnoreCase);
        _arrived.Enqueue(head.Split(' ')[1]);
    }
}

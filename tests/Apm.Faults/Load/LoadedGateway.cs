using System.Net.Sockets;

namespace Apm.Faults.Load;

/// <summary>A gateway on raw sockets that serves until it is stopped. A share of the requests meets a fault, taken by chance.</summary>
internal sealed class LoadedGateway : IAsyncDisposable
{
    private static readonly Fault[] s_faults = [.. Fault.All.Where(fault => fault is { IsDown: false, IsWarm: false, IsHealthy: false, Stream: null })];

    private readonly TcpListener _listener = new(LoopbackAddress.Next(), 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly double _share;
    private readonly Ledger _ledger;
    private readonly Task _accepting;
    private int _faults;

    public LoadedGateway(double share, Ledger ledger)
    {
        _share = share;
        _ledger = ledger;
        _listener.Start(512);
        Address = new($"http://{_listener.LocalEndpoint}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>How many requests met a fault.</summary>
    public int Faults => _faults;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stopping.Dispose();
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
        catch (OperationCanceledException)
        {
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var owned = socket;
        socket.NoDelay = true;
        var connection = new Connection(socket, (head, body) => _ledger.Arrived(body), Address, _stopping.Token);
        try
        {
            while (await connection.SeesAByteAsync() && await ServeOneAsync(connection))
            {
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task<bool> ServeOneAsync(Connection connection)
    {
        if (Random.Shared.NextDouble() < _share)
        {
            Interlocked.Increment(ref _faults);
            return await s_faults[Random.Shared.Next(s_faults.Length)].ActAsync(connection);
        }

        await connection.ReadAsync();
        await connection.WriteAsync(Answers.Http(201, Answers.Payment("settled")));
        return true;
    }
}

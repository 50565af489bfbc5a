using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Apm.Tests.Gateway;

public sealed record GatewayRequest(int Connection, string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A gateway on a raw socket: it counts what really arrives, and can break off at any point.</summary>
public sealed class LoopbackGateway : IAsyncDisposable
{
    /// <summary>A time limit within which a request arrives, also the first of a busy machine.</summary>
    public static readonly TimeSpan TimeToArrive = TimeSpan.FromSeconds(2);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Func<GatewayRequest, Task<string?>> _answer;
    private readonly ConcurrentQueue<GatewayRequest> _requests = new();
    private readonly Task _accepting;
    private int _connections;

    /// <param name="answer">The whole answer; null closes the connection without one.</param>
    public LoopbackGateway(Func<GatewayRequest, Task<string?>> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public LoopbackGateway(Func<GatewayRequest, string?> answer)
        : this(request => Task.FromResult(answer(request)))
    {
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public IReadOnlyList<GatewayRequest> Requests => [.. _requests];

    /// <summary>Every connection is closed as soon as it has carried this many answers, without saying so.</summary>
    public int AnswersPerConnection { get; init; } = int.MaxValue;

    public static string Answer(int status, string body, params string[] headers) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} X\r\n{string.Concat(headers.Select(header => header + "\r\n"))}"
                + $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    public static string Payment(string lastEvent = "pending", string links = "") =>
        $$"""{"paymentId":"pay-1","lastEvent":"{{lastEvent}}","url":"https://hosted.example/secret-redirect","_links":{ {{links}} } }""";

    public static string Created() => Answer(201, Payment());

    /// <summary>Waits until so many requests have arrived.</summary>
    public async Task ArrivedAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (_requests.Count < count)
        {
            await Task.Delay(5, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _accepting;
        _listener.Stop();
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stopping.Token), Interlocked.Increment(ref _connections)));
            }
        }
        catch (OperationCanceledException)
        {
        }

        await Task.WhenAll(serving);
    }

    private async Task ServeAsync(TcpClient client, int connection)
    {
        using var owned = client;
        try
        {
            var stream = client.GetStream();
            for (var answered = 0; answered < AnswersPerConnection; answered++)
            {
                if (await ReadAsync(stream, connection) is not { } request)
                {
                    return;
                }

                _requests.Enqueue(request);
                if (await _answer(request).WaitAsync(_stopping.Token) is not { } answer)
                {
                    return;
                }

                await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), _stopping.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException)
        {
        }
    }

    private async Task<GatewayRequest?> ReadAsync(NetworkStream stream, int connection)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!EndsHead(head))
        {
            if (await stream.ReadAsync(one, _stopping.Token) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines
            .Skip(1)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts.ElementAtOrDefault(1) ?? "", StringComparer.OrdinalIgnoreCase);
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, CultureInfo.InvariantCulture) : 0];
        await stream.ReadExactlyAsync(body, _stopping.Token);
        var first = lines[0].Split(' ');
        return new GatewayRequest(connection, first[0], first[1], headers, Encoding.UTF8.GetString(body));
    }

    private static bool EndsHead(List<byte> head) =>
        head is [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'];
}

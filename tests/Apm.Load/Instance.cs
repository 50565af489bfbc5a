using System.Collections.Concurrent;
using System.Diagnostics;

namespace Apm.Load;

/// <summary>One place of the fleet: a port, and the process that serves it now.</summary>
internal sealed class Instance(LoadOptions options, int port)
{
    private readonly ConcurrentDictionary<string, int> _underWay = new(StringComparer.Ordinal);
    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{port}/events");

    public int ProcessId => _process!.Id;

    /// <summary>The events of which this instance was told and has not answered.</summary>
    public ICollection<string> UnderWay => _underWay.Keys;

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in options.ForWorker(port))
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        if (await _process.StandardOutput.ReadLineAsync() != "ready")
        {
            throw new InvalidOperationException("An instance did not start.");
        }
    }

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Ends it in good order.</summary>
    /// <returns>What it says of itself.</returns>
    public async Task<string> StopAsync()
    {
        _process!.StandardInput.Close();
        var health = await _process.StandardOutput.ReadLineAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
        return health ?? "ILL: ended before it was stopped";
    }

    public void Signal(string signal) => Process.Start("kill", [$"-{signal}", $"{ProcessId}"]).WaitForExit();

    public async Task<int> DeliverAsync(HttpClient http, string id)
    {
        _underWay.AddOrUpdate(id, 1, (_, count) => count + 1);
        try
        {
            using var request = LoadEvent.Delivery(Address, id);
            using var answer = await http.SendAsync(request);
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
        catch (TaskCanceledException)
        {
            return 0;
        }
        finally
        {
            if (_underWay.AddOrUpdate(id, 0, (_, count) => count - 1) == 0)
            {
                _underWay.TryRemove(new(id, 0));
            }
        }
    }
}

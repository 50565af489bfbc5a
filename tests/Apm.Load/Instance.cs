using System.Collections.Concurrent;
using System.Diagnostics;
using Apm.Tests.Stores;

namespace Apm.Load;

/// <summary>One place of the fleet: the process that serves it now, and where it listens.</summary>
internal sealed class Instance(LoadOptions options)
{
    private readonly ConcurrentDictionary<string, int> _underWay = new(StringComparer.Ordinal);
    private Process? _process;

    public Uri Address { get; private set; } = new("http://127.0.0.1/events");

    public int ProcessId => _process!.Id;

    /// <summary>The events of which this instance was told and has not answered.</summary>
    public ICollection<string> UnderWay => _underWay.Keys;

    public async Task StartAsync()
    {
        // Another program may take a port before the instance does.
        for (var attempt = 0; attempt < 5; attempt++)
        {
            if (await TryStartAsync(LoopbackPort.Free()))
            {
                return;
            }
        }

        throw new InvalidOperationException("An instance did not start.");
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

    private async Task<bool> TryStartAsync(int port)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in options.ForWorker(port))
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        if (await _process.StandardOutput.ReadLineAsync() != "ready")
        {
            return false;
        }

        Address = new($"http://127.0.0.1:{port}/events");
        return true;
    }
}

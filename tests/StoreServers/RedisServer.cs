using System.ComponentModel;
using System.Diagnostics;
using StackExchange.Redis;

namespace Apm.Tests.Stores;

/// <summary>A real redis-server on a free port of this machine, without a file.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    // The machine may be busy.
    private const string Patience = "connectRetry=100,connectTimeout=10000,syncTimeout=10000,asyncTimeout=60000";

    private readonly DirectoryInfo _folder;
    private readonly Process _server;

    private RedisServer(DirectoryInfo folder, Process server, int port) =>
        (_folder, _server, ConnectionString) = (folder, server, $"127.0.0.1:{port},abortConnect=false,allowAdmin=true,{Patience}");

    public string ConnectionString { get; }

    /// <returns>Null where the program is missing.</returns>
    public static RedisServer? Start()
    {
        var (folder, port) = (Directory.CreateTempSubdirectory("apm-redis-"), LoopbackPort.Free());
        var start = new ProcessStartInfo("redis-server") { RedirectStandardOutput = true, WorkingDirectory = folder.FullName };
        foreach (var argument in new[] { "--bind", "127.0.0.1", "--port", $"{port}", "--save", "", "--appendonly", "no", "--maxmemory-policy", "noeviction" })
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            var server = Process.Start(start)!;
            server.OutputDataReceived += static (_, _) => { };
            server.BeginOutputReadLine();
            return new RedisServer(folder, server, port);
        }
        catch (Win32Exception)
        {
            folder.Delete();
            return null;
        }
    }

    /// <summary>A connection of its own, which is made when the server answers.</summary>
    public Task<ConnectionMultiplexer> ConnectAsync() => ConnectionMultiplexer.ConnectAsync(ConnectionString);

    public async ValueTask DisposeAsync()
    {
        _server.Kill();
        await _server.WaitForExitAsync();
        _server.Dispose();
        _folder.Delete(recursive: true);
    }
}

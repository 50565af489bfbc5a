using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

[assembly: AssemblyFixture(typeof(Apm.Redis.Tests.RedisServer))]

namespace Apm.Redis.Tests;

/// <summary>A real redis-server on a free port of this machine, without a file. It is null and no test runs where the program is missing.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("apm-redis-");
    private Process? _server;

    public int Port { get; private set; }

    public ConnectionMultiplexer? Connection { get; private set; }

    public async ValueTask InitializeAsync()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        var start = new ProcessStartInfo("redis-server") { RedirectStandardOutput = true, WorkingDirectory = _folder.FullName };
        foreach (var argument in new[] { "--bind", "127.0.0.1", "--port", $"{Port}", "--save", "", "--appendonly", "no", "--maxmemory-policy", "noeviction" })
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            _server = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            return;
        }

        _server.OutputDataReceived += static (_, _) => { };
        _server.BeginOutputReadLine();
        Connection = await ConnectAsync();
    }

    /// <summary>A connection of an instance of its own, which is made when the server answers.</summary>
    public Task<ConnectionMultiplexer> ConnectAsync() => ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{Port},abortConnect=false,allowAdmin=true,connectRetry=100,connectTimeout=10000,syncTimeout=10000,asyncTimeout=60000");

    public async ValueTask DisposeAsync()
    {
        if (Connection is not null)
        {
            await Connection.DisposeAsync();
        }

        if (_server is not null)
        {
            _server.Kill();
            await _server.WaitForExitAsync();
            _server.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    public ConnectionMultiplexer ConnectionOrSkip()
    {
        if (Connection is null)
        {
            Assert.Skip("not run: needs redis-server");
        }

        return Connection;
    }
}

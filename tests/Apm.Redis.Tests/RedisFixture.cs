using Apm.Tests.Stores;
using StackExchange.Redis;

[assembly: AssemblyFixture(typeof(Apm.Redis.Tests.RedisFixture))]

namespace Apm.Redis.Tests;

/// <summary>One server for all tests. Where the program is missing, no test runs.</summary>
public sealed class RedisFixture : IAsyncLifetime
{
    private RedisServer? _server;
    private ConnectionMultiplexer? _connection;

    public async ValueTask InitializeAsync()
    {
        _server = RedisServer.Start();
        _connection = _server is null ? null : await _server.ConnectAsync();
    }

    public ConnectionMultiplexer ConnectionOrSkip()
    {
        if (_connection is null)
        {
            Assert.Skip("not run: needs redis-server");
        }

        return _connection;
    }

    /// <summary>A connection apart from the one of the tests.</summary>
    public Task<ConnectionMultiplexer> ConnectAsync() => _server!.ConnectAsync();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _connection!.DisposeAsync();
            await _server.DisposeAsync();
        }
    }
}

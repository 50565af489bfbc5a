using Apm.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Npgsql;

[assembly: AssemblyFixture(typeof(Apm.EntityFrameworkCore.Tests.PostgresFixture))]

namespace Apm.EntityFrameworkCore.Tests;

/// <summary>One server for all tests, and a database for each. Where the programs are missing, no test runs.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private PostgresServer? _server;

    public async ValueTask InitializeAsync() => _server = await PostgresServer.StartAsync();

    public string ConnectionStringOrSkip(string database)
    {
        if (_server is null)
        {
            Assert.Skip("not run: needs postgres");
        }

        return _server.ConnectionString(database);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}

public sealed class PostgresStoreTests(PostgresFixture server) : DatabaseStorePromises
{
    private readonly string _connectionString = server.ConnectionStringOrSkip($"apm_{Guid.NewGuid():N}");

    public override async ValueTask InitializeAsync() => await CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await using var connection = new NpgsqlConnection(_connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    protected override void Use(DbContextOptionsBuilder options) => options.UseNpgsql(_connectionString);

    protected override void UseRetrying(DbContextOptionsBuilder options) =>
        options.UseNpgsql(_connectionString, npgsql => npgsql.EnableRetryOnFailure(5, TimeSpan.FromMilliseconds(1), null));

    protected override IQueryable<Stock> ForUpdate(DbSet<Stock> stock) => stock.FromSqlRaw("""SELECT * FROM "Stock" FOR UPDATE""");
}

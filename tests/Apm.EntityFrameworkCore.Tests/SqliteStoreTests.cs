using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Apm.EntityFrameworkCore.Tests;

public class SqliteStoreTests : DatabaseStorePromises
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("apm-sqlite-");

    private string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "shop.db")}";

    [Fact]
    public async Task Two_contexts_over_one_connection_object_are_refused()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var shop = new ShopInstance(options => options.UseSqlite(connection), Clock);
        await shop.ReadAsync(context => context.Database.EnsureCreatedAsync());

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            shop.ProcessAsync(new("shop", "acme/1", "evt-1"), _ => Task.CompletedTask, new()));

        Assert.Contains("a connection of its own", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_breaks_a_constraint_is_called_once_in_a_delivery()
    {
        var calls = 0;
        var shop = OpenShop();

        await Assert.ThrowsAsync<DbUpdateException>(() => shop.DeliverAsync(
            new("shop", "acme/1", "evt-1"),
            async (context, token) =>
            {
                calls++;
                await context.Database.ExecuteSqlAsync($"INSERT INTO Stock (Id, Sold) VALUES (1, 0)", token);
                context.Stock.Add(new Stock { Id = 1 });
                await context.SaveChangesAsync(token);
            },
            new(),
            TestContext.Current.CancellationToken));

        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task A_handler_whose_write_is_refused_as_busy_is_called_again()
    {
        var calls = 0;
        var shop = OpenShop();

        var result = await shop.DeliverAsync(
            new("shop", "acme/1", "evt-1"),
            async (context, token) =>
            {
                await context.Stock.ToListAsync(token);
                if (++calls == 1)
                {
                    await OpenShop().ReadAsync(async other =>
                    {
                        other.Stock.Add(new Stock { Id = 1 });
                        return await other.SaveChangesAsync(token);
                    });
                }

                context.Stock.Add(new Stock { Id = 2 });
                await context.SaveChangesAsync(token);
            },
            new() { StoreTimeout = TimeSpan.FromHours(1) },
            TestContext.Current.CancellationToken);

        Assert.Equal((ProcessedEventResult.Handled, 2), (result, calls));
    }

    // The provider retries a busy command every 150 ms, the busy handler of SQLite within 1 ms.
    [Fact]
    public async Task Claims_handlers_and_completions_wait_with_the_busy_handler_of_SQLite()
    {
        var seen = new SeenCommands();
        await using var shop = new ShopInstance(options => options.UseSqlite(ConnectionString + ";Pooling=False").AddInterceptors(seen), Clock);

        await shop.DeliverAsync(
            new("shop", "acme/1", "evt-1"),
            (context, token) =>
            {
                context.Stock.Add(new Stock { Id = 1 });
                return context.SaveChangesAsync(token);
            },
            new(),
            TestContext.Current.CancellationToken);

        // The claim, the handler, and sometimes already the purge that the first webhook of a process begins.
        var connections = seen.Commands.GroupBy(command => command.Connection, command => command.Text).ToList();
        Assert.InRange(connections.Count, 2, 3);
        Assert.All(connections, commands => Assert.StartsWith("PRAGMA busy_timeout", commands.First(), StringComparison.Ordinal));
    }

    public override async ValueTask InitializeAsync() => await CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();

        // A purge or a late release may still write.
        await UntilAsync(() =>
        {
            SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
            return Task.FromResult(Record.Exception(() => _folder.Delete(recursive: true)) is null);
        });
    }

    protected override void Use(DbContextOptionsBuilder options) => options.UseSqlite(ConnectionString);

    protected override void UseRetrying(DbContextOptionsBuilder options) =>
        options.UseSqlite(ConnectionString, sqlite => sqlite.ExecutionStrategy(dependencies => new RetryOnTimeout(dependencies)));

    protected override IQueryable<Stock> ForUpdate(DbSet<Stock> stock) => stock;

    private sealed class SeenCommands : DbCommandInterceptor
    {
        public ConcurrentQueue<(DbConnection? Connection, string Text)> Commands { get; } = new();

        public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
        {
            Commands.Enqueue((result.Connection, result.CommandText));
            return result;
        }
    }

    private sealed class RetryOnTimeout(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, 5, TimeSpan.FromMilliseconds(1))
    {
        protected override bool ShouldRetryOn(Exception exception) => exception is TimeoutException;
    }
}

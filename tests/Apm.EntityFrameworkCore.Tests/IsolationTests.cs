using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.EntityFrameworkCore.Tests;

/// <summary>With some isolation levels, a webhook whose lease is renewed could never be completed.</summary>
public class IsolationTests
{
    [Theory]
    [InlineData(IsolationLevel.RepeatableRead)]
    [InlineData(IsolationLevel.Serializable)]
    [InlineData(IsolationLevel.Snapshot)]
    public void A_level_above_read_committed_is_refused(IsolationLevel level)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Resolve(options => options.UseNpgsql("Host=127.0.0.1"), level));

        Assert.Contains(level.ToString(), error.Message, StringComparison.Ordinal);
        Assert.Contains("FOR UPDATE", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_levels_are_accepted_and_on_SQLite_every_level()
    {
        Resolve(options => options.UseNpgsql("Host=127.0.0.1"), IsolationLevel.ReadCommitted);
        Resolve(options => options.UseNpgsql("Host=127.0.0.1"), null);
        Resolve(options => options.UseSqlite("Data Source=:memory:"), IsolationLevel.Serializable);
    }

    private static void Resolve(Action<DbContextOptionsBuilder> database, IsolationLevel? level)
    {
        using var services = new ServiceCollection()
            .AddDbContext<ShopContext>(database)
            .AddApmEntityFrameworkEventStore<ShopContext>(options => options.IsolationLevel = level)
            .BuildServiceProvider();
        using var scope = services.CreateScope();
        _ = scope.ServiceProvider.GetRequiredService<IProcessedEventStore>();
    }
}

using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Apm;

/// <summary>Where a <see cref="RedisProcessedEventStore"/> keeps its keys.</summary>
public sealed class RedisEventStoreOptions
{
    /// <summary>The text before each key. It separates deployments that share a server.</summary>
    public string KeyPrefix { get; set; } = "apm-events:";

    /// <summary>Gets the connection, once, at the first webhook. By default it is the shop's <see cref="IConnectionMultiplexer"/>.</summary>
    public Func<IServiceProvider, IConnectionMultiplexer> Connection { get; set; } = static services => services.GetRequiredService<IConnectionMultiplexer>();

    /// <summary>The number of the database; -1 for the one of the connection.</summary>
    public int Database { get; set; } = -1;
}

using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Apm;

/// <summary>Options of a <see cref="RedisProcessedEventStore"/>: its connection and its keys.</summary>
public sealed class RedisEventStoreOptions
{
    /// <summary>The prefix of each key. It separates deployments that share a server.</summary>
    public string KeyPrefix { get; set; } = "apm-events:";

    /// <summary>Gets the connection. It is called once, at the first webhook. The default is the shop's <see cref="IConnectionMultiplexer"/>.</summary>
    public Func<IServiceProvider, IConnectionMultiplexer> Connection { get; set; } = static services => services.GetRequiredService<IConnectionMultiplexer>();

    /// <summary>The number of the database; -1 for the database of the connection.</summary>
    public int Database { get; set; } = -1;
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Apm;

/// <summary>Registers the store of processed webhooks in Redis.</summary>
public static class ApmRedisServiceCollectionExtensions
{
    /// <summary>
    /// Remembers processed webhooks in Redis, with the shop's <see cref="IConnectionMultiplexer"/>. Call it before or after
    /// <c>AddApmWebhooks</c>.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the connection and the names of keys; null for the defaults.</param>
    public static IServiceCollection AddApmRedisEventStore(this IServiceCollection services, Action<RedisEventStoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = new RedisEventStoreOptions();
        configure?.Invoke(options);
        return services.Replace(ServiceDescriptor.Singleton<IProcessedEventStore>(provider => new RedisProcessedEventStore(
            options.Connection(provider),
            options,
            provider.GetService<TimeProvider>(),
            provider.GetService<ILoggerFactory>()?.CreateLogger("Apm.Webhooks"))));
    }
}

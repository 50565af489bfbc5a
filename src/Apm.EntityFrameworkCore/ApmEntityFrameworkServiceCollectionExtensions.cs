using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Apm;

/// <summary>Registers the store of handled webhooks in the shop's database.</summary>
public static class ApmEntityFrameworkServiceCollectionExtensions
{
    /// <summary>
    /// Remembers handled webhooks in the database of a context, in the transaction of the handler. It may stand before or after
    /// <c>AddApmWebhooks</c>.
    /// </summary>
    /// <param name="services">
    /// The services of the shop, with the context by <c>AddDbContext</c>, <c>AddDbContextPool</c> or <c>AddDbContextFactory</c>.
    /// </param>
    /// <param name="configure">Sets how a handler runs; null for the defaults.</param>
    /// <typeparam name="TContext">
    /// The context that the handlers use, with <see cref="ApmModelBuilderExtensions.AddApmProcessedEvents"/> in its model.
    /// </typeparam>
    public static IServiceCollection AddApmEntityFrameworkEventStore<TContext>(
        this IServiceCollection services,
        Action<EntityFrameworkEventStoreOptions>? configure = null)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = new EntityFrameworkEventStoreOptions();
        configure?.Invoke(options);
        services.TryAddSingleton<ProcessedEventPurge<TContext>>();
        return services.Replace(ServiceDescriptor.Scoped<IProcessedEventStore>(provider => new EntityFrameworkProcessedEventStore<TContext>(
            provider,
            options,
            provider.GetRequiredService<ProcessedEventPurge<TContext>>(),
            provider.GetService<TimeProvider>(),
            provider.GetService<ILoggerFactory>()?.CreateLogger("Apm.Webhooks"))));
    }
}

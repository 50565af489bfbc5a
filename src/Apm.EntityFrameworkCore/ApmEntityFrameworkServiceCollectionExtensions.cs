using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Apm;

/// <summary>Registers the store of processed webhooks in the shop's database.</summary>
public static class ApmEntityFrameworkServiceCollectionExtensions
{
    /// <summary>
    /// Remembers processed webhooks in the database of a context, in the transaction of the handler. Call it before or after
    /// <c>AddApmWebhooks</c>.
    /// </summary>
    /// <param name="services">
    /// The service collection, with the context registered by <c>AddDbContext</c>, <c>AddDbContextPool</c> or <c>AddDbContextFactory</c>.
    /// </param>
    /// <param name="configure">Sets options of the transaction; null for the defaults.</param>
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

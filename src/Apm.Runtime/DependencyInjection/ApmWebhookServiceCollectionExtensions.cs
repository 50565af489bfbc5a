using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Apm;

/// <summary>Registers the services that receive webhooks of a gateway.</summary>
public static class ApmWebhookServiceCollectionExtensions
{
    /// <summary>Registers a <see cref="WebhookProcessor{TEvent}"/>. Its options are validated when the host starts.</summary>
    /// <param name="services">
    /// The service collection. If it has no <see cref="IProcessedEventStore"/>, an <see cref="InMemoryProcessedEventStore"/> is registered,
    /// which remembers processed webhooks in this process only.
    /// </param>
    /// <param name="configure">Sets at least one of <see cref="ApmWebhookOptions.Keys"/>.</param>
    /// <typeparam name="TEvent">The generated type of the webhook.</typeparam>
    public static IServiceCollection AddApmWebhooks<TEvent>(this IServiceCollection services, Action<ApmWebhookOptions> configure)
        where TEvent : PaymentEvent, IPaymentEvent<TEvent> => Add<TEvent>(services, null, configure);

    /// <summary>Registers a <see cref="WebhookProcessor{TEvent}"/> for one of several merchants, as a keyed service.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="key">The key of the service.</param>
    /// <param name="configure">Sets at least one of <see cref="ApmWebhookOptions.Keys"/>.</param>
    /// <typeparam name="TEvent">The generated type of the webhook.</typeparam>
    public static IServiceCollection AddApmWebhooks<TEvent>(this IServiceCollection services, string key, Action<ApmWebhookOptions> configure)
        where TEvent : PaymentEvent, IPaymentEvent<TEvent>
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return Add<TEvent>(services, key, configure);
    }

    /// <summary>Registers a <see cref="WebhookProcessor{TEvent}"/> with options from a configuration section, which may change while
    /// the program runs. An invalid change is logged and ignored.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="section">The section. It has the secrets under <c>Keys</c>, each under its id, and may have the other options by
    /// their names. Times are written as <c>00:00:08</c>.</param>
    /// <typeparam name="TEvent">The generated type of the webhook.</typeparam>
    public static IServiceCollection AddApmWebhooks<TEvent>(this IServiceCollection services, IConfiguration section)
        where TEvent : PaymentEvent, IPaymentEvent<TEvent> => Add<TEvent>(services, null, section);

    /// <summary>Registers a <see cref="WebhookProcessor{TEvent}"/> for one of several merchants, as a keyed service with options from
    /// a configuration section.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="key">The key of the service.</param>
    /// <param name="section">The section, with the same content as for a single merchant.</param>
    /// <typeparam name="TEvent">The generated type of the webhook.</typeparam>
    public static IServiceCollection AddApmWebhooks<TEvent>(this IServiceCollection services, string key, IConfiguration section)
        where TEvent : PaymentEvent, IPaymentEvent<TEvent>
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return Add<TEvent>(services, key, section);
    }

    private static IServiceCollection Add<TEvent>(IServiceCollection services, string? key, IConfiguration section)
        where TEvent : PaymentEvent, IPaymentEvent<TEvent>
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add<TEvent>(services, key, options => WebhookConfiguration.Read(section, options))
            .AddSingleton<IOptionsChangeTokenSource<ApmWebhookOptions>>(
                new ConfigurationChangeTokenSource<ApmWebhookOptions>(OptionsName<TEvent>(key), section));
    }

    private static IServiceCollection Add<TEvent>(IServiceCollection services, string? key, Action<ApmWebhookOptions> configure)
        where TEvent : PaymentEvent, IPaymentEvent<TEvent>
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var optionsName = OptionsName<TEvent>(key);
        services.AddOptions<ApmWebhookOptions>(optionsName).Configure(configure).ValidateOnStart();
        services.TryAddSingleton<IOptionsFactory<ApmWebhookOptions>>(LastValidOptions<ApmWebhookOptions>.Create);
        services.AddSingleton<IValidateOptions<ApmWebhookOptions>>(new WebhookOptionsValidator(optionsName, TEvent.Profile));
        services.TryAddSingleton<IProcessedEventStore>(static provider => new InMemoryProcessedEventStore(Clock(provider), Logger(provider)));
        if (key is null)
        {
            services.TryAddSingleton(Create);
        }
        else
        {
            services.TryAddKeyedSingleton(key, (provider, _) => Create(provider));
        }

        return services;

        WebhookProcessor<TEvent> Create(IServiceProvider provider) => new(
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<IOptionsMonitor<ApmWebhookOptions>>(),
            optionsName,
            key,
            Logger(provider),
            Clock(provider));
    }

    private static TimeProvider Clock(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    private static ILogger Logger(IServiceProvider provider) =>
        provider.GetService<ILoggerFactory>()?.CreateLogger("Apm.Webhooks") ?? NullLogger.Instance;

    private static string OptionsName<TEvent>(string? key)
        where TEvent : PaymentEvent, IPaymentEvent<TEvent> => key is null ? TEvent.Profile.Api : TEvent.Profile.Api + ":" + key;

    private sealed class WebhookOptionsValidator(string optionsName, WebhookProfile profile) : IValidateOptions<ApmWebhookOptions>
    {
        public ValidateOptionsResult Validate(string? name, ApmWebhookOptions options)
        {
            if (name != optionsName)
            {
                return ValidateOptionsResult.Skip;
            }

            var failures = options.Failures(profile).ToList();
            return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
        }
    }
}

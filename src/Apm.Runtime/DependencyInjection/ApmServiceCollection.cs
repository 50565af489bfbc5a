using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Apm;

/// <summary>Registers generated clients.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApmServiceCollection
{
    /// <summary>Registers one of several clients, as a keyed service.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="key">The key of the service and the name of its options. The name of its HTTP client is the name of the API, a colon and the key.</param>
    /// <param name="profile">The gateway's API.</param>
    /// <param name="configure">Sets the options; null if the shop configures them itself.</param>
    /// <param name="create">Creates the client. It is called for each injection, because clients are transient like typed clients.</param>
    /// <returns>A builder of the HTTP client, for handlers such as resilience.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null. A null key would register the client without a key.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty.</exception>
    public static IHttpClientBuilder AddKeyedApmClient<
        TInterface,
        TClient,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions
    >(IServiceCollection services, string key, ApiProfile profile, Action<TOptions>? configure, Func<ApmTransport, TClient> create)
        where TInterface : class
        where TClient : class, TInterface
        where TOptions : ApmClientOptions
    {
        ArgumentNullException.ThrowIfNull(key);
        return AddApmClient<TInterface, TClient, TOptions>(services, key, profile, configure, create);
    }

    /// <summary>Registers one of several clients, as a keyed service whose options are in a configuration section and may change with it.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="key">The key of the service and the name of its options.</param>
    /// <param name="profile">The gateway's API.</param>
    /// <param name="section">The section, which has the options by their names.</param>
    /// <param name="create">Creates the client.</param>
    /// <returns>A builder of the HTTP client, for handlers such as resilience.</returns>
    public static IHttpClientBuilder AddKeyedApmClient<
        TInterface,
        TClient,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions
    >(IServiceCollection services, string key, ApiProfile profile, IConfiguration section, Func<ApmTransport, TClient> create)
        where TInterface : class
        where TClient : class, TInterface
        where TOptions : ApmClientOptions
    {
        ArgumentNullException.ThrowIfNull(key);
        return AddApmClient<TInterface, TClient, TOptions>(services, key, profile, section, create);
    }

    /// <summary>Registers a client whose options are in a configuration section and may change with it.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="key">Null for the client that is injected without a key.</param>
    /// <param name="profile">The gateway's API, which names the HTTP client.</param>
    /// <param name="section">The section, which has the options by their names.</param>
    /// <param name="create">Creates the client.</param>
    /// <returns>A builder of the HTTP client, for handlers such as resilience.</returns>
    public static IHttpClientBuilder AddApmClient<
        TInterface,
        TClient,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions
    >(IServiceCollection services, string? key, ApiProfile profile, IConfiguration section, Func<ApmTransport, TClient> create)
        where TInterface : class
        where TClient : class, TInterface
        where TOptions : ApmClientOptions
    {
        ArgumentNullException.ThrowIfNull(section);
        var builder = AddApmClient<TInterface, TClient, TOptions>(services, key, profile, options => options.Read(section), create);
        services.AddSingleton<IOptionsChangeTokenSource<TOptions>>(new ConfigurationChangeTokenSource<TOptions>(key, section));
        return builder;
    }

    /// <summary>Registers a client, its HTTP client, and its options, which are validated when the host starts.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="key">
    /// Null for the client that is injected without a key. Otherwise the client is a keyed service with this key, its
    /// options are the named options with this name, and the name of its HTTP client is the name of the API, a colon and the key.
    /// </param>
    /// <param name="profile">The gateway's API, which names the HTTP client.</param>
    /// <param name="configure">Sets the options; null if the shop configures them itself.</param>
    /// <param name="create">Creates the client. It is called for each injection, because clients are transient like typed clients.</param>
    /// <returns>A builder of the HTTP client, for handlers such as resilience.</returns>
    public static IHttpClientBuilder AddApmClient<
        TInterface,
        TClient,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions
    >(IServiceCollection services, string? key, ApiProfile profile, Action<TOptions>? configure, Func<ApmTransport, TClient> create)
        where TInterface : class
        where TClient : class, TInterface
        where TOptions : ApmClientOptions
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(create);
        if (key is { Length: 0 })
        {
            throw new ArgumentException("The key of a client must not be empty.", nameof(key));
        }

        var optionsName = key ?? Microsoft.Extensions.Options.Options.DefaultName;
        var httpName = key is null ? profile.Name : profile.Name + ":" + key;

        var options = services.AddOptions<TOptions>(optionsName).ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        // Added once, so that two registrations of one client do not report each failure twice.
        if (!services.Any(service =>
                !service.IsKeyedService && service.ImplementationInstance is ApmOptionsValidator<TOptions> known && known.OptionsName == optionsName))
        {
            services.AddSingleton<IValidateOptions<TOptions>>(new ApmOptionsValidator<TOptions>(optionsName));
        }

        services.TryAddSingleton<IOptionsFactory<TOptions>>(LastValidOptions<TOptions>.Create);

        // A client may live as long as the process, so each call reads the current options.
        var sourceKey = (typeof(TOptions), optionsName);
        services.TryAddKeyedSingleton(sourceKey, (provider, _) =>
        {
            var monitor = provider.GetRequiredService<IOptionsMonitor<TOptions>>();
            return new ClientSettingsSource(() => monitor.Get(optionsName), profile);
        });

        TClient Create(IServiceProvider provider)
        {
            var http = SendOnceClients.Create(provider, httpName);
            return create(new ApmTransport(http, provider.GetRequiredKeyedService<ClientSettingsSource>(sourceKey)));
        }

        if (key is null)
        {
            services.TryAddTransient<TClient>(Create);
            services.TryAddTransient<TInterface>(Create);
        }
        else
        {
            services.TryAddKeyedTransient<TClient>(key, (provider, _) => Create(provider));
            services.TryAddKeyedTransient<TInterface>(key, (provider, _) => Create(provider));
        }

        var builder = services.AddHttpClient(httpName)
            .ConfigurePrimaryHttpMessageHandler(ApmHttpHandler.Create)
            .RedactLoggedHeaders(static _ => true);

        // The first filter is the outermost one: it sees the primary handler that the other filters leave.
        services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(new SendOnceFilter(httpName)));
        return builder;
    }
}

using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Apm;

/// <summary>Maps endpoints that receive the webhooks of a gateway.</summary>
/// <remarks>
/// The endpoint checks the signature, reads the webhook, calls the handler unless the webhook is already processed, and responds
/// within the time that the gateway waits. The status is the gateway's acknowledgement if the handler succeeded, now or at an
/// earlier delivery. It is 503 while a handler still runs; the handler continues, and a later delivery is acknowledged. It is 500 if
/// the handler failed; the next delivery calls it again. It is 400 for a missing or wrong signature, and 413 for a body that is too
/// long. A signed body that is not a JSON object is logged as an error and acknowledged, because a repeated delivery would have the
/// same body.
/// The signature authenticates the request: the endpoint uses no other authentication and needs no antiforgery token. Each endpoint
/// is a consumer of its own, and each consumer receives every webhook, even if several services share one store. The name of a
/// consumer consists of the service (<see cref="ApmWebhookOptions.Consumer"/>, or the name of the application) and the endpoint (its
/// name from <c>WithName</c>, or its pattern). Two endpoints with one name are an error: endpoints that differ only by their host or
/// by the branch that they are in need names. After a change of either, repeated deliveries of processed webhooks
/// are processed once more.
/// </remarks>
public static class ApmWebhookEndpoints
{
    /// <summary>Maps an endpoint for the webhooks of one gateway. <c>services.AddApmWebhooks</c> registers the services.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path of the endpoint, as configured at the gateway, such as <c>/events</c>.</param>
    /// <param name="handler">Processes a webhook. It must be safe to call it twice with one webhook: see
    /// <see cref="WebhookProcessor{TEvent}"/>.</param>
    /// <typeparam name="TEvent">The generated type of the webhook.</typeparam>
    /// <exception cref="InvalidOperationException"><c>AddApmWebhooks</c> was not called for this type.</exception>
    public static IEndpointConventionBuilder MapApmWebhooks<TEvent>(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<TEvent, CancellationToken, Task> handler)
        where TEvent : PaymentEvent, IPaymentEvent<TEvent> => Map(endpoints, pattern, null, Alone(handler));

    /// <summary>Maps an endpoint for one of several merchants.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path of the endpoint, as configured at the gateway.</param>
    /// <param name="key">The key of the merchant in <c>AddApmWebhooks</c>.</param>
    /// <param name="handler">Processes a webhook.</param>
    /// <typeparam name="TEvent">The generated type of the webhook.</typeparam>
    /// <exception cref="InvalidOperationException"><c>AddApmWebhooks</c> was not called with this key.</exception>
    public static IEndpointConventionBuilder MapApmWebhooks<TEvent>(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        string key,
        Func<TEvent, CancellationToken, Task> handler)
        where TEvent : PaymentEvent, IPaymentEvent<TEvent> => Map(endpoints, pattern, key, Alone(handler));

    /// <summary>Maps an endpoint whose handler needs a service of the shop. The service may be an <see cref="IServiceProvider"/>.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path of the endpoint, as configured at the gateway.</param>
    /// <param name="handler">Processes a webhook. The service comes from a scope that lasts until the handler ends,
    /// which may be longer than the request.</param>
    /// <typeparam name="TEvent">The generated type of the webhook.</typeparam>
    /// <typeparam name="TService">The service that the handler needs.</typeparam>
    /// <exception cref="InvalidOperationException"><c>AddApmWebhooks</c> was not called for this type.</exception>
    public static IEndpointConventionBuilder MapApmWebhooks<TEvent, TService>(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<TEvent, TService, CancellationToken, Task> handler)
        where TEvent : PaymentEvent, IPaymentEvent<TEvent>
        where TService : class => Map(endpoints, pattern, null, WithService(handler));

    /// <summary>Maps an endpoint for one of several merchants, whose handler needs a service of the shop.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path of the endpoint, as configured at the gateway.</param>
    /// <param name="key">The key of the merchant in <c>AddApmWebhooks</c>.</param>
    /// <param name="handler">Processes a webhook.</param>
    /// <typeparam name="TEvent">The generated type of the webhook.</typeparam>
    /// <typeparam name="TService">The service that the handler needs.</typeparam>
    /// <exception cref="InvalidOperationException"><c>AddApmWebhooks</c> was not called with this key.</exception>
    public static IEndpointConventionBuilder MapApmWebhooks<TEvent, TService>(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        string key,
        Func<TEvent, TService, CancellationToken, Task> handler)
        where TEvent : PaymentEvent, IPaymentEvent<TEvent>
        where TService : class => Map(endpoints, pattern, key, WithService(handler));

    private static Func<TEvent, IServiceProvider, CancellationToken, Task> Alone<TEvent>(Func<TEvent, CancellationToken, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return (received, _, cancellationToken) => handler(received, cancellationToken);
    }

    private static Func<TEvent, IServiceProvider, CancellationToken, Task> WithService<TEvent, TService>(
        Func<TEvent, TService, CancellationToken, Task> handler)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(handler);
        return (received, services, cancellationToken) => handler(received, services.GetRequiredService<TService>(), cancellationToken);
    }

    private static IEndpointConventionBuilder Map<TEvent>(
        IEndpointRouteBuilder endpoints,
        string pattern,
        string? key,
        Func<TEvent, IServiceProvider, CancellationToken, Task> handler)
        where TEvent : PaymentEvent, IPaymentEvent<TEvent>
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var services = endpoints.ServiceProvider;
        var processor = (key is null ? services.GetService<WebhookProcessor<TEvent>>() : services.GetKeyedService<WebhookProcessor<TEvent>>(key))
            ?? throw new InvalidOperationException(
                $"The endpoint {pattern} has no registered processor for its webhooks: "
                + $"add services.AddApmWebhooks<{typeof(TEvent).Name}>({(key is null ? "" : $"\"{key}\", ")}…) before you build the application.");
        var application = services.GetRequiredService<IHostEnvironment>().ApplicationName;
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var webhooks = new WebhookEndpoint<TEvent>(processor, handler, application, stopping);
        var endpoint = endpoints.MapPost(pattern, webhooks.RespondAsync).AllowAnonymous().WithDisplayName($"Webhooks of {TEvent.Profile.Api}");

        // Groups and names are known when the endpoint is built.
        endpoint.Finally(built =>
        {
            var name = WebhookConsumers.NameOf(built.Metadata, (built as RouteEndpointBuilder)?.RoutePattern);
            if (WebhookConsumers.Of(processor).Claim(name, webhooks) is { } error)
            {
                // An exception here would end every request of the shop, also to other endpoints.
                WebhookEndpointLog.Refused(services.GetRequiredService<ILoggerFactory>().CreateLogger("Apm.Webhooks"), error);
                built.RequestDelegate = _ => throw new InvalidOperationException(error);
            }
        });
        return endpoint;
    }
}

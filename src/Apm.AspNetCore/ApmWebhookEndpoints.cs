using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Apm;

/// <summary>A gateway's webhooks as an endpoint.</summary>
/// <remarks>
/// The endpoint checks the signature, reads the webhook, has it handled once, and answers within the time that the gateway
/// waits: the gateway's acknowledgement when the handler succeeded, now or at an earlier delivery; 503 while a handler
/// is still at it, which goes on, so that a later delivery finds it done; 500 when it failed, and then the next delivery
/// is handled again; 400 for a missing or wrong signature; 413 for a longer body than allowed. A signed body that is not a
/// JSON object is logged as an error and acknowledged: a repeated delivery would have the same body.
/// The signature is its authentication: it takes part in no other, and asks for no antiforgery token. Each endpoint is a
/// consumer of its own, and each is handed every webhook, also where several services share one store. A consumer is named by
/// the service (<see cref="ApmWebhookOptions.Consumer"/>, or the name of the application) and by the endpoint (the name that
/// <c>WithName</c> gives it, or its pattern). After a change of either, repeated deliveries of webhooks that are handled
/// already are handled once more.
/// </remarks>
public static class ApmWebhookEndpoints
{
    /// <summary>Maps the webhooks of one gateway; <c>services.AddApmWebhooks</c> registers what it needs.</summary>
    /// <param name="endpoints">The shop.</param>
    /// <param name="pattern">The path that the gateway was told, such as <c>/events</c>.</param>
    /// <param name="handler">What the shop does with a webhook. It must be safe to call twice with one webhook: see
    /// <see cref="WebhookProcessor{TEvent}"/>.</param>
    /// <typeparam name="TEvent">The generated webhook.</typeparam>
    /// <exception cref="InvalidOperationException">There is no inbox for these webhooks.</exception>
    public static IEndpointConventionBuilder MapApmWebhooks<TEvent>(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<TEvent, CancellationToken, Task> handler)
        where TEvent : PaymentEvent, IPaymentEvent<TEvent> => Map(endpoints, pattern, null, Alone(handler));

    /// <summary>The same for a further merchant.</summary>
    /// <param name="endpoints">The shop.</param>
    /// <param name="pattern">The path that the gateway was told.</param>
    /// <param name="key">Of the merchant's inbox.</param>
    /// <param name="handler">What the shop does with a webhook.</param>
    /// <typeparam name="TEvent">The generated webhook.</typeparam>
    /// <exception cref="InvalidOperationException">There is no inbox with this key.</exception>
    public static IEndpointConventionBuilder MapApmWebhooks<TEvent>(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        string key,
        Func<TEvent, CancellationToken, Task> handler)
        where TEvent : PaymentEvent, IPaymentEvent<TEvent> => Map(endpoints, pattern, key, Alone(handler));

    /// <summary>The same for a handler that needs a service of the shop, such as its orders, or an <see cref="IServiceProvider"/> to ask for several.</summary>
    /// <param name="endpoints">The shop.</param>
    /// <param name="pattern">The path that the gateway was told.</param>
    /// <param name="handler">What the shop does with a webhook. The service comes from a scope that lasts as long as the handler
    /// takes, which may be longer than the request.</param>
    /// <typeparam name="TEvent">The generated webhook.</typeparam>
    /// <typeparam name="TService">What the handler needs.</typeparam>
    /// <exception cref="InvalidOperationException">There is no inbox for these webhooks.</exception>
    public static IEndpointConventionBuilder MapApmWebhooks<TEvent, TService>(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<TEvent, TService, CancellationToken, Task> handler)
        where TEvent : PaymentEvent, IPaymentEvent<TEvent>
        where TService : class => Map(endpoints, pattern, null, WithService(handler));

    /// <summary>The same for a further merchant.</summary>
    /// <param name="endpoints">The shop.</param>
    /// <param name="pattern">The path that the gateway was told.</param>
    /// <param name="key">Of the merchant's inbox.</param>
    /// <param name="handler">What the shop does with a webhook.</param>
    /// <typeparam name="TEvent">The generated webhook.</typeparam>
    /// <typeparam name="TService">What the handler needs.</typeparam>
    /// <exception cref="InvalidOperationException">There is no inbox with this key.</exception>
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
        var inbox = (key is null ? services.GetService<WebhookProcessor<TEvent>>() : services.GetKeyedService<WebhookProcessor<TEvent>>(key))
            ?? throw new InvalidOperationException(
                $"The endpoint {pattern} has no inbox for its events: "
                + $"add services.AddApmWebhooks<{typeof(TEvent).Name}>({(key is null ? "" : $"\"{key}\", ")}…) before the shop is built.");
        var application = services.GetRequiredService<IHostEnvironment>().ApplicationName;
        var delivery = new WebhookDelivery<TEvent>(inbox, handler, application, services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        return endpoints.MapPost(pattern, delivery.AnswerAsync).AllowAnonymous().WithDisplayName($"Events of {TEvent.Profile.Api}");
    }
}

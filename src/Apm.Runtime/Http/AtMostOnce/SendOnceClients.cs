using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace Apm;

/// <summary>The HTTP clients whose chain of handlers is guarded.</summary>
internal static class SendOnceClients
{
    private static readonly ConditionalWeakTable<HttpClient, object> s_clients = new();
    private static readonly object s_mark = new();

    public static void Add(HttpClient client) => s_clients.AddOrUpdate(client, s_mark);

    /// <summary>Creates a client with an <see cref="IHttpClientFactory"/>.</summary>
    /// <exception cref="InvalidOperationException">The chain of handlers has no guard.</exception>
    public static HttpClient Create(IServiceProvider services, string name)
    {
        // A client does not show its handlers. The platform's factory can also create the handlers.
        var factory = services.GetRequiredService<IHttpClientFactory>();
        if (factory is not IHttpMessageHandlerFactory handlers || !SendOnceChain.IsGuarded(handlers.CreateHandler(name)))
        {
            throw new InvalidOperationException(
                $"The HttpClient '{name}' has no guard, so a handler could send a payment twice: "
                    + $"another {nameof(IHttpClientFactory)} ({factory.GetType().Name}) or another filter created its handlers. "
                    + "Add handlers to the builder that the payment client's Add…Client method returns, "
                    + $"or create the HttpClient with {nameof(ApmHttpHandler)}.{nameof(ApmHttpHandler.CreateClient)}(…)."
            );
        }

        var client = factory.CreateClient(name);
        Add(client);
        return client;
    }

    /// <exception cref="ArgumentException">The client is not guarded.</exception>
    public static void ThrowIfUnguarded(HttpClient client)
    {
        if (!s_clients.TryGetValue(client, out _))
        {
            throw new ArgumentException(
                "This HttpClient is not guarded, so a handler could send a payment twice. Pass only options to the payment client, or pass an "
                    + $"HttpClient from {nameof(ApmHttpHandler)}.{nameof(ApmHttpHandler.CreateClient)}(…), which accepts your own handlers. "
                    + "With dependency injection, register the payment client with its Add…Client method.",
                nameof(client));
        }
    }
}

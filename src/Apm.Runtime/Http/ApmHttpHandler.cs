namespace Apm;

/// <summary>Creates HTTP clients and handlers for payment clients without dependency injection.</summary>
public static class ApmHttpHandler
{
    /// <summary>Creates an HTTP client for payment clients. A request that changes state is sent at most once, whatever the handlers do.</summary>
    /// <remarks>
    /// The guard against a second send is placed directly before the innermost handler. Redirects are not followed, because they could
    /// send credentials to another server. Several payment clients can share the client. It must live as long as they do.
    /// </remarks>
    /// <param name="handlers">
    /// Your own handlers, the outermost first, such as a retry handler. The last one may be a handler that sends: a
    /// <see cref="SocketsHttpHandler"/> with a proxy, or the handler of a test server or of the sandbox. Otherwise a handler from
    /// <see cref="Create"/> sends.
    /// </param>
    /// <exception cref="ArgumentException">A handler other than the last is not a <see cref="DelegatingHandler"/>, or already has an inner handler.</exception>
    /// <exception cref="InvalidOperationException">A handler has sent requests already.</exception>
    public static HttpClient CreateClient(params HttpMessageHandler[] handlers)
    {
        ArgumentNullException.ThrowIfNull(handlers);
        var client = new HttpClient(SendOnceChain.Guard(Link(handlers)));
        SendOnceClients.Add(client);
        return client;
    }

    /// <summary>Creates a handler that follows no redirects, keeps no cookies, and renews its connections every five minutes to see DNS changes.</summary>
    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>The HTTP client of payment clients that are created from their options only. It lives as long as the process.</summary>
    internal static HttpClient Shared => SharedClient.Instance;

    private static HttpMessageHandler Link(HttpMessageHandler[] handlers)
    {
        if (handlers.Length == 0)
        {
            return Create();
        }

        for (var index = 0; index + 1 < handlers.Length; index++)
        {
            if (handlers[index] is not DelegatingHandler { InnerHandler: null } outer)
            {
                var type = handlers[index]?.GetType().Name ?? "null";
                throw new ArgumentException(
                    $"The handler {type} cannot be followed by another: it must be a DelegatingHandler without an inner handler.",
                    nameof(handlers));
            }

            outer.InnerHandler = handlers[index + 1];
        }

        var innermost = handlers[^1];
        while (innermost is DelegatingHandler { InnerHandler: { } inner })
        {
            innermost = inner;
        }

        if (innermost is DelegatingHandler open)
        {
            open.InnerHandler = Create();
        }

        return handlers[0];
    }

    // Created on first use.
    private static class SharedClient
    {
        public static readonly HttpClient Instance = CreateClient();
    }
}

namespace Apm;

/// <summary>HTTP clients and handlers for payment clients that are made without dependency injection.</summary>
public static class ApmHttpHandler
{
    /// <summary>An HTTP client for payment clients. Whatever its handlers do, a request that changes state is sent at most once.</summary>
    /// <remarks>
    /// The guard against a second sending stands directly before the innermost handler. Redirects are not followed: they could
    /// send credentials elsewhere. The client can be shared by payment clients, and lives as long as they do.
    /// </remarks>
    /// <param name="handlers">
    /// Handlers of your own, the outermost first, such as a retry handler. The last may be one that sends: a
    /// <see cref="SocketsHttpHandler"/> with a proxy, the handler of a test server or of the sandbox. Otherwise
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

    /// <summary>A handler that follows no redirects, keeps no cookies, and opens new connections every five minutes, so that it sees changes of DNS.</summary>
    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>The client of payment clients that are made from their options alone. It lives as long as the process.</summary>
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
                throw new ArgumentException(
                    $"The handler {handlers[index]?.GetType().Name ?? "null"} cannot be followed by another: it must be a DelegatingHandler without an inner handler.",
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

    // Made when it is first asked for.
    private static class SharedClient
    {
        public static readonly HttpClient Instance = CreateClient();
    }
}

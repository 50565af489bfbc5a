namespace Apm;

/// <summary>Inserts the guard into a chain of handlers, directly before the handler that sends.</summary>
internal static class SendOnceChain
{
    /// <summary>Guards a chain. A chain that already has a guard stays unchanged.</summary>
    /// <param name="outermost">The outermost handler.</param>
    /// <returns>The outermost handler of the guarded chain.</returns>
    /// <exception cref="InvalidOperationException">A handler of the chain is in use already and cannot be changed.</exception>
    public static HttpMessageHandler Guard(HttpMessageHandler outermost)
    {
        DelegatingHandler? before = null;
        var handler = outermost;
        while (handler is DelegatingHandler { InnerHandler: { } inner } and not SendOnceHandler)
        {
            before = (DelegatingHandler)handler;
            handler = inner;
        }

        if (handler is SendOnceHandler)
        {
            return outermost;
        }

        FollowNoRedirects(handler);
        var guard = new SendOnceHandler(handler);
        if (before is null)
        {
            return guard;
        }

        Change(before, () => before.InnerHandler = guard);
        return outermost;
    }

    /// <summary>Whether a chain has a guard directly before the handler that sends.</summary>
    public static bool IsGuarded(HttpMessageHandler outermost)
    {
        var handler = outermost;
        while (handler is DelegatingHandler { InnerHandler: { } inner } and not SendOnceHandler)
        {
            handler = inner;
        }

        return handler is SendOnceHandler;
    }

    /// <summary>Whether the handler is exactly one of the platform's. A derived class may behave differently.</summary>
    public static bool IsPlatformHandler(HttpMessageHandler handler) =>
        handler is SocketsHttpHandler || handler.GetType() == typeof(HttpClientHandler);

    // Set only if it differs, because a handler in use throws on every change.
    private static void FollowNoRedirects(HttpMessageHandler handler)
    {
        if (handler is SocketsHttpHandler { AllowAutoRedirect: true } sockets)
        {
            Change(handler, () => sockets.AllowAutoRedirect = false);
        }
        else if (handler is HttpClientHandler { AllowAutoRedirect: true } client)
        {
            Change(handler, () => client.AllowAutoRedirect = false);
        }
    }

    private static void Change(HttpMessageHandler handler, Action change)
    {
        try
        {
            change();
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException(
                $"The handler {handler.GetType().Name} has sent requests already, so its settings cannot be changed: "
                + "it could send a request twice or follow redirects. "
                + $"Give the payment client a new handler, such as {nameof(ApmHttpHandler)}.{nameof(ApmHttpHandler.Create)}().",
                exception);
        }
    }
}

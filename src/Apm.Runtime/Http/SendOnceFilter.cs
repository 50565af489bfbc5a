using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Logging;

namespace Apm;

/// <summary>Puts a <see cref="SendOnceHandler"/> at the end of one client's chain, whatever handlers the shop adds, and sees to it that the primary handler follows no redirects.</summary>
internal sealed class SendOnceFilter(string clientName, string? correlationHeader) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name != clientName || builder.AdditionalHandlers.Any(handler => handler is SendOnceHandler))
        {
            return;
        }

        FollowNoRedirects(builder.PrimaryHandler);
        builder.AdditionalHandlers.Insert(Innermost(builder.AdditionalHandlers), new SendOnceHandler(correlationHeader, builder.PrimaryHandler is SocketsHttpHandler or HttpClientHandler));
    };

    // The logger of the client's requests stays inside, where it sees what the gateway answered. It sends nothing twice.
    private static int Innermost(IList<DelegatingHandler> handlers)
    {
        var index = handlers.Count;
        while (index > 0 && handlers[index - 1] is LoggingHttpMessageHandler)
        {
            index--;
        }

        return index;
    }

    private static void FollowNoRedirects(HttpMessageHandler primary)
    {
        // Only where it is not so already: a handler that is in use refuses every change.
        if (primary is SocketsHttpHandler { AllowAutoRedirect: true } sockets)
        {
            sockets.AllowAutoRedirect = false;
        }
        else if (primary is HttpClientHandler { AllowAutoRedirect: true } client)
        {
            client.AllowAutoRedirect = false;
        }
    }
}

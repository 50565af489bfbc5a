using Microsoft.Extensions.Http;

namespace Apm;

/// <summary>Guards one client of an <see cref="IHttpClientFactory"/>, whatever handlers and primary handler the shop sets.</summary>
internal sealed class SendOnceFilter(string clientName) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name == clientName)
        {
            builder.PrimaryHandler = SendOnceChain.Guard(builder.PrimaryHandler);
        }
    };
}

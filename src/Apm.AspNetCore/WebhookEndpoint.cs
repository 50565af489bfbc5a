using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Apm;

/// <summary>Passes the webhooks of one endpoint to the processor, and its results back as HTTP responses.</summary>
internal sealed class WebhookEndpoint<TEvent>(
    WebhookProcessor<TEvent> processor,
    Func<TEvent, IServiceProvider, CancellationToken, Task> handler,
    string application,
    CancellationToken stopping)
    where TEvent : PaymentEvent, IPaymentEvent<TEvent>
{
    public async Task RespondAsync(HttpContext context)
    {
        var body = await ReadAsync(context, processor.Options.MaxBodyBytes).ConfigureAwait(false);

        var (media, profile) = (context.Request.ContentType, TEvent.Profile.For(context.Request.ContentType));

        // Joins several headers of the same name with commas.
        var signature = profile.SignatureAt is null && !profile.IsPing ? context.Request.Headers[profile.SignatureHeader].ToString() : null;
        var receipt = await processor.ReceiveForAsync(Consumer(context), new WebhookDelivery(body, signature, media), handler, stopping).ConfigureAwait(false);
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            // A page for people would replace the status that the gateway needs.
            pages.Enabled = false;
        }

        var isAcknowledged =
            receipt is WebhookReceipt.Handled or WebhookReceipt.Repeated or WebhookReceipt.Unreadable or WebhookReceipt.UnknownPayment;
        context.Response.StatusCode = receipt switch
        {
            _ when isAcknowledged => profile.AcknowledgeStatus,
            WebhookReceipt.Unfinished => StatusCodes.Status503ServiceUnavailable,
            WebhookReceipt.Failed => StatusCodes.Status500InternalServerError,
            WebhookReceipt.TooLarge => StatusCodes.Status413PayloadTooLarge,
            _ => StatusCodes.Status400BadRequest,
        };
        if (isAcknowledged && profile.AcknowledgeBody is { } text)
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(text, context.RequestAborted).ConfigureAwait(false);
        }
    }

    // Groups and names are known only when the endpoint is built, which happens after it was mapped.
    private string Consumer(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        var name = WebhookConsumers.NameOf(endpoint?.Metadata ?? [], (endpoint as RouteEndpoint)?.RoutePattern);
        return $"{processor.Options.Consumer ?? application}:{name}";
    }

    // One byte more than allowed is enough for the processor to refuse the body, and to log and count it.
    private static async Task<byte[]> ReadAsync(HttpContext context, int most)
    {
        // The processor has its own limit. A smaller limit of the server would throw here.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        using var body = new MemoryStream();
        var chunk = new byte[8192];
        int read;
        while (body.Length <= most && (read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted).ConfigureAwait(false)) > 0)
        {
            body.Write(chunk, 0, read);
        }

        return body.ToArray();
    }
}

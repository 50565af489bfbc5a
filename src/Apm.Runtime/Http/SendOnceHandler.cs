using System.Net;

namespace Apm;

/// <summary>
/// Stands inside of every retrying, hedging and timing handler and sends each unsafe call once. The first outcome, an
/// answer or a failure, is kept; what a resilience handler would take as a reason to send again goes up as a neutral
/// answer, and an attempt that comes all the same gets the first one's outcome.
/// </summary>
/// <param name="correlationHeader">The response header that the gateway's support asks for.</param>
/// <param name="primaryTellsUnsent">The primary handler is known to write the content whenever it sends anything.</param>
internal sealed class SendOnceHandler(string? correlationHeader, bool primaryTellsUnsent) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(OnceCall.Key, out var call))
        {
            return SendStraightAsync(request, cancellationToken);
        }

        return call.TryBegin(request.Content, primaryTellsUnsent)
            ? SendFirstAsync(call, request, cancellationToken)
            : RepeatFirstAsync(call, request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendStraightAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (method, address) = (request.Method, request.RequestUri);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            RedirectedException.ThrowIfElsewhere(response, method, address);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> SendFirstAsync(OnceCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var (method, address) = (request.Method, request.RequestUri);
            using var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            RedirectedException.ThrowIfElsewhere(response, method, address);
            call.Settle(await KeptAnswer.ReadAsync(response, correlationHeader, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            call.Settle(exception);
        }

        return Upwards(call, request);
    }

    private static async Task<HttpResponseMessage> RepeatFirstAsync(OnceCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await call.WaitAsync(cancellationToken).ConfigureAwait(false);
        return Upwards(call, request);
    }

    private static HttpResponseMessage Upwards(OnceCall call, HttpRequestMessage request) => new(Neutral(call.Answer?.Status))
    {
        RequestMessage = request,
    };

    private static HttpStatusCode Neutral(HttpStatusCode? status) => status switch
    {
        null => HttpStatusCode.OK,
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => HttpStatusCode.OK,
        _ => status.Value,
    };
}

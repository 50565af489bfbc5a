namespace Apm;

// docs/decisions/at-most-once.md
/// <summary>
/// The guard. It is placed directly before the handler that sends, inside every handler that retries, hedges or copies, and
/// sends each state-changing call once. Outer handlers see the gateway's real response. A second attempt sends nothing.
/// </summary>
/// <param name="inner">The handler that sends.</param>
internal sealed class SendOnceHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    // Whether the handler reads the content before it sends anything. This is known only for the platform's handlers.
    private readonly bool _isPlatformHandler = SendOnceChain.IsPlatformHandler(inner);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var origin = CallOrigin.Of(request);
        if (origin is null ? CallOrigin.IsSafe(request.Method) : origin.SingleSend is null)
        {
            return AskAsync(origin, request, cancellationToken);
        }

        if (origin?.SingleSend is not { } call)
        {
            throw new InvalidOperationException(
                $"A {request.Method} request was refused, because the guard does not know to which call of the payment client it belongs. "
                + "It could be a second attempt. "
                + "A handler that sends a copy of a request must copy its Options or its headers. "
                + "A handler that needs another request, such as one for a token, must send it through another HttpClient.");
        }

        return call.TryBegin()
            ? SendFirstAsync(origin, call, request, cancellationToken)
            : RepeatAsync(call, request, cancellationToken);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    private async Task<HttpResponseMessage> AskAsync(CallOrigin? origin, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (method, address) = (request.Method, request.RequestUri);
        request.Headers.Remove(CallOrigin.HeaderName);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            RedirectedException.ThrowIfElsewhere(response, method, address);

            // Read here, where the time limits of the outer handlers still apply.
            (await BufferedResponse.ReadAsync(response, null, cancellationToken).ConfigureAwait(false)).Refill(response);
            return response;
        }
        catch
        {
            response?.Dispose();
            throw;
        }
        finally
        {
            origin?.Mark(request);
        }
    }

    private async Task<HttpResponseMessage> SendFirstAsync(
        CallOrigin origin,
        SingleSendState call,
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        var (method, address, content) = (request.Method, request.RequestUri, request.Content);
        var once = new SingleSendContent(content);
        request.Content = once;

        // With this header, the handler that sends may wait before the body and then repeat the request itself.
        request.Headers.Remove("Expect");
        request.Headers.Remove(CallOrigin.HeaderName);
        try
        {
            // An outer handler may give up without cancellation. In this case the end of the call ends the attempt.
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, call.Ended);
            var response = await base.SendAsync(request, end.Token).ConfigureAwait(false);
            try
            {
                RedirectedException.ThrowIfElsewhere(response, method, address);
                var answer = await BufferedResponse.ReadAsync(response, call.CorrelationHeader, end.Token).ConfigureAwait(false);
                answer.Refill(response);
                call.Settle(answer);
                return response;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
        catch (Exception exception)
        {
            call.Settle(exception, _isPlatformHandler && !once.IsStarted);
            throw;
        }
        finally
        {
            Restore(origin, request, content);
        }
    }

    // For handlers that send the same request, or another copy of it, again.
    private static void Restore(CallOrigin origin, HttpRequestMessage request, HttpContent? content)
    {
        try
        {
            request.Content = content;
            origin.Mark(request);
        }
        catch (ObjectDisposedException)
        {
            // The call ended while the guard waited for the gateway.
        }
    }

    private static async Task<HttpResponseMessage> RepeatAsync(SingleSendState call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await call.RepeatAsync(cancellationToken).ConfigureAwait(false);
        return new HttpResponseMessage(answer.Status) { RequestMessage = request, Content = new ByteArrayContent(answer.Body) };
    }
}

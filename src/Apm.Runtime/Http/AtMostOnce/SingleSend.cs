namespace Apm;

/// <summary>The outcome of a request that changes state.</summary>
/// <param name="Answer">The gateway's response; null if there is none.</param>
/// <param name="Failure">The reason why there is no response.</param>
/// <param name="IsUnsent">Nothing was sent, and nothing will be sent.</param>
/// <param name="WentOn">After a failure, a handler did not end with it: it could have sent the request by other means.</param>
internal readonly record struct SingleSendOutcome(BufferedResponse? Answer, Exception? Failure, bool IsUnsent, bool WentOn = false);

/// <summary>Sends a request that changes state through a guarded client, and determines its outcome independently of the handlers.</summary>
internal static class SingleSend
{
    // Time for handlers that continue after cancellation. A handler that observes its token needs less than a millisecond.
    private static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(30);

    /// <summary>Sends the request. It does not throw.</summary>
    /// <param name="http">A client from <see cref="SendOnceClients"/>.</param>
    /// <param name="request">The request. This method disposes of it.</param>
    /// <param name="content">The body. Its buffer returns to the pool.</param>
    /// <param name="correlationHeader">The name of the response header with the id that the gateway's support needs.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async ValueTask<SingleSendOutcome> SendAsync(
        HttpClient http, HttpRequestMessage request, RequestBodyContent content, string? correlationHeader, CancellationToken cancellationToken)
    {
        var deadline = new ClientDeadline(http);
        var chain = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var call = new SingleSendState(correlationHeader, chain);
        request.Content = content;
        var origin = new CallOrigin(request, call);
        Task<HttpResponseMessage> sending;
        try
        {
            // Read the headers only: otherwise the client copies the body into its own buffer.
            sending = http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, chain.Token);
        }
        catch (Exception exception)
        {
            // The client itself threw, before any handler was called.
            Release(request, content, origin, call, chain);
            return new(null, exception, true);
        }

        // The client's time limit reaches handlers through their token, which some handlers ignore.
        var limit = http.Timeout == Timeout.InfiniteTimeSpan ? http.Timeout : http.Timeout + s_grace;
        await ((Task)sending.WaitAsync(limit, chain.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!sending.IsCompleted)
        {
            await Task.WhenAny(sending, Task.Delay(s_grace, CancellationToken.None)).ConfigureAwait(false);
        }

        var outcome = await JudgeAsync(call, content, sending, deadline, cancellationToken).ConfigureAwait(false);
        if (sending.IsCompleted)
        {
            ReleaseAfter(sending, request, content, origin, call, chain);
        }
        else
        {
            content.Close();
            origin.Dispose();
            call.End();
            _ = sending.ContinueWith(
                ended => ReleaseAfter(ended, request, content, origin, call, chain),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }

        return outcome;
    }

    private static async ValueTask<SingleSendOutcome> JudgeAsync(
        SingleSendState call, RequestBodyContent content, Task<HttpResponseMessage> sending, ClientDeadline deadline, CancellationToken cancellationToken)
    {
        if (call.TryClose())
        {
            return sending.IsCompletedSuccessfully
                ? await ReadAsync(sending.Result, call.CorrelationHeader, deadline, cancellationToken).ConfigureAwait(false)
                : Unanswered(sending, content, cancellationToken);
        }

        if (!call.IsSettled)
        {
            return new(null, FailureOf(sending), false);
        }

        // The response of the gateway counts, not the response that the outer handlers made of it.
        return call.Answer is { IsSuccess: true } || HandlersEnd.IsThatOf(call, sending)
            ? new(call.Answer, call.Failure, call.IsCertainlyUnsent)
            : new(call.Answer, call.Failure, IsUnsent: false, WentOn: true);
    }

    // The guard was not reached, but a handler responded: a test handler, or one that sends by other means.
    private static async ValueTask<SingleSendOutcome> ReadAsync(
        HttpResponseMessage response, string? correlationHeader, ClientDeadline deadline, CancellationToken cancellationToken)
    {
        try
        {
            return new(await deadline.ReadAsync(response, correlationHeader, cancellationToken).ConfigureAwait(false), null, false);
        }
        catch (Exception exception)
        {
            return new(null, exception, false);
        }
    }

    private static SingleSendOutcome Unanswered(
        Task<HttpResponseMessage> sending,
        RequestBodyContent content,
        CancellationToken cancellationToken)
    {
        var failure = FailureOf(sending);

        // A handler that read the body may have sent it by other means. So may a handler that was cancelled by something other than
        // the caller, such as the timeout of the client.
        var isRefused = failure is OperationCanceledException ? cancellationToken.IsCancellationRequested : UnsentFailure.IsRefusal(failure);
        return new(null, failure, !content.WasRead && isRefused);
    }

    private static Exception FailureOf(Task<HttpResponseMessage> sending) => sending.Exception?.InnerException ?? new TaskCanceledException(sending);

    private static void ReleaseAfter(
        Task<HttpResponseMessage> sending,
        HttpRequestMessage request,
        RequestBodyContent content,
        CallOrigin origin,
        SingleSendState call,
        CancellationTokenSource chain)
    {
        // Read the exception, so that it is not reported as unobserved.
        _ = sending.Exception;
        try
        {
            if (sending.IsCompletedSuccessfully)
            {
                sending.Result.Dispose();
            }
        }
        catch (Exception)
        {
            // A response or content of a handler threw. The outcome does not change.
        }

        Release(request, content, origin, call, chain);
    }

    private static void Release(HttpRequestMessage request, RequestBodyContent content, CallOrigin origin, SingleSendState call, CancellationTokenSource chain)
    {
        content.Close();
        origin.Dispose();

        // An outer handler may have given up while the guard still waits for the gateway.
        call.End();
        try
        {
            request.Dispose();
        }
        catch (Exception)
        {
            // Content of a handler threw. The outcome does not change.
        }

        chain.Dispose();
    }
}

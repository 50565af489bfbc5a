namespace Apm;

/// <summary>What became of a request that changes state.</summary>
/// <param name="Answer">The gateway's answer; null where there is none.</param>
/// <param name="Failure">Why there is no answer.</param>
/// <param name="IsUnsent">Nothing was sent, and nothing will be.</param>
internal readonly record struct SingleSendOutcome(BufferedResponse? Answer, Exception? Failure, bool IsUnsent);

/// <summary>Sends a request that changes state through a guarded client, and finds out what became of it, whatever the handlers say.</summary>
internal static class SingleSend
{
    // For handlers that go on although their token is cancelled. A handler that sees it needs less than a millisecond.
    private static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(30);

    /// <summary>Sends it. It does not throw.</summary>
    /// <param name="http">A client that <see cref="SendOnceClients"/> knows.</param>
    /// <param name="request">Disposed of by this method.</param>
    /// <param name="content">The body; its buffer goes back to the pool.</param>
    /// <param name="correlationHeader">The response header that the gateway's support asks for.</param>
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
            // Only the headers, because the client would copy the body into a buffer of its own.
            sending = http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, chain.Token);
        }
        catch (Exception exception)
        {
            // Thrown by the client itself, before any handler is called.
            Release(request, content, origin, call, chain);
            return new(null, exception, true);
        }

        // The client's own time limit reaches handlers through their token, at which not every handler looks.
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
                : Unanswered(sending, content, deadline, cancellationToken);
        }

        // What the gateway said is what counts, and not what the handlers above made of it.
        return call.IsSettled
            ? new(call.Answer, call.Failure, call.IsCertainlyUnsent)
            : new(null, FailureOf(sending), false);
    }

    // The guard was not reached, but a handler answered: one of a test, or one that sends by other means.
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
        ClientDeadline deadline,
        CancellationToken cancellationToken)
    {
        var failure = FailureOf(sending);

        // A handler that read the body may have sent it by other means, and so may one that was cancelled by something else than
        // this call.
        var isEnded = cancellationToken.IsCancellationRequested || deadline.IsOver;
        return new(null, failure, !content.WasRead && (failure is OperationCanceledException ? isEnded : UnsentFailure.IsRefusal(failure)));
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
        // Looked at, so that nobody is told of an exception that nobody observed.
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
            // A handler's own response or content. The outcome stands.
        }

        Release(request, content, origin, call, chain);
    }

    private static void Release(HttpRequestMessage request, RequestBodyContent content, CallOrigin origin, SingleSendState call, CancellationTokenSource chain)
    {
        content.Close();
        origin.Dispose();

        // A handler above may have given up while the guard still waits for the gateway.
        call.End();
        try
        {
            request.Dispose();
        }
        catch (Exception)
        {
            // A handler's own content. The outcome stands.
        }

        chain.Dispose();
    }
}

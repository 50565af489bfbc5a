namespace Apm;

// docs/decisions/at-most-once.md
/// <summary>The state of a call that may be sent once. The call, its request and the guard share it.</summary>
/// <remarks>
/// <code>
///          TryBegin             Settle
///   Open ───────────► Begun ───────────► Settled   a response, or a failure
///    │
///    └──── TryClose ─► Closed                      nothing was sent, and nothing will be sent
/// </code>
/// </remarks>
/// <param name="correlationHeader">The name of the response header with the id that the gateway's support needs.</param>
/// <param name="chain">Cancels the work of the handlers on the call.</param>
internal sealed class SingleSendState(string? correlationHeader, CancellationTokenSource chain)
{
    private const int Open = 0;
    private const int Begun = 1;
    private const int Closed = 2;

    // The time in which a handler can observe that its own time limit ended the attempt.
    private static readonly TimeSpan s_unwinding = TimeSpan.FromMilliseconds(10);

    private int _state;
    private volatile bool _settled;
    private TaskCompletionSource? _settling;

    /// <summary>The only attempt has begun: the guard has passed the request on.</summary>
    public bool IsBegun => Volatile.Read(ref _state) == Begun;

    /// <summary>The only attempt has ended, with a response or a failure.</summary>
    public bool IsSettled => _settled;

    /// <summary>The response; null if the attempt failed.</summary>
    public BufferedResponse? Answer { get; private set; }

    /// <summary>The reason why the attempt failed.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>The attempt failed before any part of the request could be carried out.</summary>
    public bool IsCertainlyUnsent { get; private set; }

    /// <summary>Cancelled when the call has ended and does not wait for the attempt any more.</summary>
    public CancellationToken Ended { get; } = chain.Token;

    /// <summary>The name of the response header with the id that the gateway's support needs.</summary>
    public string? CorrelationHeader => correlationHeader;

    /// <summary>Claims the only attempt.</summary>
    public bool TryBegin() => Interlocked.CompareExchange(ref _state, Begun, Open) == Open;

    /// <summary>Prevents any further attempt.</summary>
    /// <returns>False if an attempt has begun.</returns>
    public bool TryClose() => Interlocked.CompareExchange(ref _state, Closed, Open) != Begun;

    /// <summary>Ends the attempt with the gateway's response.</summary>
    public void Settle(BufferedResponse answer)
    {
        Answer = answer;
        Settle();
        if (!answer.IsSuccess)
        {
            // The handlers see the real status. A retry handler would wait and send again.
            End();
        }
    }

    /// <summary>Ends the attempt without a response.</summary>
    public void Settle(Exception failure, bool isCertainlyUnsent)
    {
        Failure = failure;
        IsCertainlyUnsent = isCertainlyUnsent;
        Settle();

        if (failure is OperationCanceledException)
        {
            // A handler must first see its own time limit, and not a cancellation. Otherwise no circuit breaker counts it.
            _ = EndLaterAsync();
        }
        else
        {
            End();
        }
    }

    /// <summary>Waits for the attempt, on behalf of a handler that sends the request again.</summary>
    /// <returns>The gateway's response.</returns>
    /// <exception cref="OperationCanceledException">The call has failed or was refused. It is not sent again, and does not count as
    /// another failure.</exception>
    public async Task<BufferedResponse> RepeatAsync(CancellationToken cancellationToken)
    {
        if (IsBegun)
        {
            var settling = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            settling = Interlocked.CompareExchange(ref _settling, settling, null) ?? settling;
            if (!_settled)
            {
                await settling.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return Answer is { IsSuccess: true } answer
            ? answer
            : throw new OperationCanceledException("The call has ended. A request that changes state is sent once, so it is not sent again.");
    }

    /// <summary>Cancels the work of the handlers on the call, and the attempt if it still waits for the gateway. It does not throw.</summary>
    public void End()
    {
        try
        {
            chain.Cancel();
        }
        catch (Exception exception) when (exception is ObjectDisposedException or AggregateException)
        {
            // The call is over, or a callback of a handler threw. The outcome does not change.
        }
    }

    private void Settle()
    {
        _settled = true;

        // Needed before the check for a waiting caller: either the caller sees the settled state, or this method sees the caller.
        Interlocked.MemoryBarrier();
        _settling?.TrySetResult();
    }

    // Not CancelAfter: an exception of a handler's callback on the timer thread ends the process.
    private async Task EndLaterAsync()
    {
        await Task.Delay(s_unwinding).ConfigureAwait(false);
        End();
    }
}

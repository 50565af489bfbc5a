namespace Apm;

// docs/decisions/at-most-once.md
/// <summary>What became of a call that may be sent once. The call, its request and the guard share it.</summary>
/// <remarks>
/// <code>
///          TryBegin             Settle
///   Open ───────────► Begun ───────────► Settled   the answer, or why there is none
///    │
///    └──── TryClose ─► Closed                      nothing was sent, and nothing will be
/// </code>
/// </remarks>
/// <param name="correlationHeader">The response header that the gateway's support asks for.</param>
/// <param name="chain">Ends the handlers' work on the call.</param>
internal sealed class SingleSendState(string? correlationHeader, CancellationTokenSource chain)
{
    private const int Open = 0;
    private const int Begun = 1;
    private const int Closed = 2;

    // The time that a handler has to see that its own time limit ended the attempt.
    private static readonly TimeSpan s_unwinding = TimeSpan.FromMilliseconds(10);

    private int _state;
    private volatile bool _settled;
    private TaskCompletionSource? _settling;

    /// <summary>The only attempt has begun: the guard has passed the request on.</summary>
    public bool IsBegun => Volatile.Read(ref _state) == Begun;

    /// <summary>The only attempt has ended, with an answer or a failure.</summary>
    public bool IsSettled => _settled;

    /// <summary>The answer; null where the attempt failed.</summary>
    public BufferedResponse? Answer { get; private set; }

    /// <summary>Why the attempt failed.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>The attempt failed before anything of the request could be carried out.</summary>
    public bool IsCertainlyUnsent { get; private set; }

    /// <summary>The call has ended: nobody waits for the attempt any more.</summary>
    public CancellationToken Ended { get; } = chain.Token;

    /// <summary>The response header that the gateway's support asks for.</summary>
    public string? CorrelationHeader => correlationHeader;

    /// <summary>Claims the only attempt.</summary>
    public bool TryBegin() => Interlocked.CompareExchange(ref _state, Begun, Open) == Open;

    /// <summary>No attempt may begin from now on.</summary>
    /// <returns>False if one has begun.</returns>
    public bool TryClose() => Interlocked.CompareExchange(ref _state, Closed, Open) != Begun;

    /// <summary>Ends the attempt with the gateway's answer.</summary>
    public void Settle(BufferedResponse answer)
    {
        Answer = answer;
        Settle();
        if (!answer.IsSuccess)
        {
            // The handlers see the real status, which a retry handler takes as a reason to wait and to send again.
            End();
        }
    }

    /// <summary>Ends the attempt without an answer.</summary>
    public void Settle(Exception failure, bool isCertainlyUnsent)
    {
        Failure = failure;
        IsCertainlyUnsent = isCertainlyUnsent;
        Settle();

        if (failure is OperationCanceledException)
        {
            // A handler's time limit has to be told apart from a cancellation first, or no circuit breaker counts it.
            _ = EndLaterAsync();
        }
        else
        {
            End();
        }
    }

    /// <summary>Waits for the attempt, for a handler that sends the request a second time.</summary>
    /// <returns>The gateway's answer.</returns>
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

    /// <summary>Ends the handlers' work on the call, and the attempt if it still waits for the gateway. It does not throw.</summary>
    public void End()
    {
        try
        {
            chain.Cancel();
        }
        catch (Exception exception) when (exception is ObjectDisposedException or AggregateException)
        {
            // The call is over, or a handler's own callback failed: the outcome stands.
        }
    }

    private void Settle()
    {
        _settled = true;

        // Before the check for somebody who waits: either they see that it is settled, or this sees them.
        Interlocked.MemoryBarrier();
        _settling?.TrySetResult();
    }

    // Not CancelAfter: what a handler's own callback throws on its timer ends the process.
    private async Task EndLaterAsync()
    {
        await Task.Delay(s_unwinding).ConfigureAwait(false);
        End();
    }
}

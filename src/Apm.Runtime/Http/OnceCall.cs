namespace Apm;

/// <summary>
/// What became of a call that goes out once. It travels with the request, and with the copies that a hedging handler
/// makes of it.
/// </summary>
internal sealed class OnceCall(OnceContent content)
{
    public static readonly HttpRequestOptionsKey<OnceCall> Key = new("Apm.OnceCall");

    private const int Open = 0;
    private const int Begun = 1;
    private const int Closed = 2;

    private int _state;
    private bool _unsentIsCertain;
    private volatile bool _settled;
    private TaskCompletionSource? _settling;

    /// <summary>The first and only attempt has begun at the end of the chain of handlers.</summary>
    public bool IsBegun => Volatile.Read(ref _state) == Begun;

    /// <summary>The first attempt has ended, with an answer or a failure.</summary>
    public bool IsSettled => _settled;

    /// <summary>The answer; null where the first attempt failed.</summary>
    public KeptAnswer? Answer { get; private set; }

    /// <summary>Why the first attempt failed.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>The attempt failed before its body was touched, and the primary handler is one that touches it whenever it sends.</summary>
    public bool IsCertainlyUnsent => _unsentIsCertain && !content.Started;

    /// <summary>Claims the only attempt.</summary>
    /// <param name="sent">The content that will go out; a handler may have put another in the place of ours.</param>
    /// <param name="primaryTellsUnsent">The primary handler is known to write the content whenever it sends anything.</param>
    public bool TryBegin(HttpContent? sent, bool primaryTellsUnsent)
    {
        if (Interlocked.CompareExchange(ref _state, Begun, Open) != Open)
        {
            return false;
        }

        // A content that was looked at may have been buffered, and is then sent without our seeing it.
        _unsentIsCertain = primaryTellsUnsent && ReferenceEquals(sent, content) && !content.Started;
        content.Rearm();
        return true;
    }

    /// <summary>No attempt may begin from now on.</summary>
    /// <returns>False if one has begun.</returns>
    public bool TryClose() => Interlocked.CompareExchange(ref _state, Closed, Open) != Begun;

    public void Settle(KeptAnswer answer)
    {
        Answer = answer;
        Settle();
    }

    public void Settle(Exception failure)
    {
        Failure = failure;
        Settle();
    }

    /// <summary>Waits for the first attempt.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (!IsBegun)
        {
            throw new InvalidOperationException("The call has ended; it is not sent any more.");
        }

        var settling = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        settling = Interlocked.CompareExchange(ref _settling, settling, null) ?? settling;
        if (!_settled)
        {
            await settling.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Settle()
    {
        _settled = true;

        // Before looking for somebody who waits: either they see that it is settled, or we see them.
        Interlocked.MemoryBarrier();
        _settling?.TrySetResult();
    }
}

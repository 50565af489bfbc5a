using Microsoft.Extensions.Logging;

namespace Apm;

/// <summary>The lease of one run. It is renewed three times before it would expire.</summary>
internal sealed class EventLease : IDisposable
{
    private readonly Func<CancellationToken, Task<bool>> _renew;
    private readonly ProcessedEventOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly bool _outlivesUnconfirmed;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _ended = new();
    private long _confirmedAt;
    private bool _isStarted;
    private volatile bool _isRenewed;
    private volatile bool _isHandling;

    public EventLease(
        Func<CancellationToken, Task<bool>> renew,
        ProcessedEventOptions options,
        TimeProvider clock,
        ILogger logger,
        bool outlivesUnconfirmed,
        long claimedAt)
    {
        _renew = renew;
        _options = options;
        _clock = clock;
        _logger = logger;
        _outlivesUnconfirmed = outlivesUnconfirmed;
        _confirmedAt = claimedAt;
        Lost = _lost.Token;
    }

    /// <summary>Cancelled if the lease is lost during renewal.</summary>
    public CancellationToken Lost { get; }

    private TimeSpan Left => _options.Lease - _clock.GetElapsedTime(_confirmedAt);

    /// <summary>Starts the renewal, when the handler begins.</summary>
    public void Renew()
    {
        (_isHandling, _isRenewed) = (true, true);
        if (!_isStarted)
        {
            _isStarted = true;
            StoreCall.Observe(KeepAsync());
        }
    }

    /// <summary>
    /// The handler has ended. The lease is renewed until the store has confirmed the completion, so that no other instance processes
    /// the webhook in the meantime. From here on, a refused renewal may mean that the webhook is completed.
    /// </summary>
    public void HandlerEnded()
    {
        _isHandling = false;

        // A completion within the transaction of the handler locks the row, and a renewal would wait for it.
        _isRenewed = !_outlivesUnconfirmed;
    }

    public void Dispose() => _ended.Cancel();

    private async Task KeepAsync()
    {
        var pause = _options.Lease / 4;
        while (!_ended.IsCancellationRequested)
        {
            var left = Left;
            await Task.Delay(AtLeastOneTick(_isRenewed && left > TimeSpan.Zero && left < pause ? left : pause), _clock, _ended.Token).ConfigureAwait(false);
            if (!_isRenewed)
            {
                continue;
            }

            var answer = await AskAsync().ConfigureAwait(false);
            if (_isHandling && (answer is false || (answer is null && Left <= TimeSpan.Zero && !_outlivesUnconfirmed)))
            {
                await _lost.CancelAsync().ConfigureAwait(false);
                return;
            }

            // After a failed renewal the next attempt comes sooner.
            pause = answer is true ? _options.Lease / 4 : _options.Lease / 16;
        }
    }

    /// <returns>Whether the lease is held; null if the server does not respond.</returns>
    private async Task<bool?> AskAsync()
    {
        var (asked, left) = (_clock.GetTimestamp(), Left);
        try
        {
            // If this process was suspended for longer than the lease, the server knows whether another owner took it.
            var limit = left > TimeSpan.Zero && left < _options.StoreTimeout && !_outlivesUnconfirmed ? left : _options.StoreTimeout;
            var isHeld = await StoreCall.LimitAsync(_renew, AtLeastOneTick(limit), _clock, _ended.Token).ConfigureAwait(false);
            _confirmedAt = isHeld ? asked : _confirmedAt;
            return isHeld;
        }
        catch (Exception problem) when (!_ended.IsCancellationRequested)
        {
            ProcessedEventLog.Unrenewed(_logger, problem);
            return null;
        }
    }

    // Timers have a resolution of milliseconds: a shorter wait would end at once.
    private static TimeSpan AtLeastOneTick(TimeSpan time) => time < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : time;
}

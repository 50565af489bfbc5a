using System.Collections.Concurrent;

namespace Apm.Sandbox;

/// <summary>Delivers webhooks one after the other, and repeats those that the shop did not acknowledge, until it is disposed of.</summary>
internal sealed class WebhookSender : IAsyncDisposable
{
    private readonly SandboxWebhooks _events;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
        }
    )
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Task, byte> _waiting = [];
    private readonly Task _running;

    public WebhookSender(SandboxWebhooks events, TimeProvider clock)
    {
        _events = events;
        _clock = clock;
        _running = Task.Run(RunAsync);
    }

    public async ValueTask DisposeAsync()
    {
        // A test may stop a server that it also disposes of at the end.
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll([_running, .. _waiting.Keys]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        await foreach (var due in _events.Due.ReadAllAsync(_stop.Token).ConfigureAwait(false))
        {
            if (_events.Url is not { } url)
            {
                continue;
            }

            var isAcknowledged = await DeliverAsync(due, url).ConfigureAwait(false);
            due.Delivered(isAcknowledged);
            if (!isAcknowledged && !due.IsAcknowledged && due.Attempts < _events.Options.MaxAttempts)
            {
                var later = RepeatAsync(due);
                _waiting.TryAdd(later, 0);
                _ = later.ContinueWith(
                    done => _waiting.TryRemove(done, out _),
                    CancellationToken.None,
                    TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default);
            }
        }
    }

    private async Task<bool> DeliverAsync(SandboxWebhook due, Uri url)
    {
        using var patience = new CancellationTokenSource(due.Patience, _clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _stop.Token);
        using var request = due.ToRequest(url);
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end.Token).ConfigureAwait(false);
            return (int)answer.StatusCode == due.AcknowledgeStatus;
        }
        catch (Exception problem) when (problem is HttpRequestException || (problem is OperationCanceledException && !_stop.IsCancellationRequested))
        {
            return false;
        }
    }

    private async Task RepeatAsync(SandboxWebhook due)
    {
        await Task.Delay(_events.Options.RetryAfter(due.Attempts), _clock, _stop.Token).ConfigureAwait(false);
        _events.Repeat(due);
    }
}

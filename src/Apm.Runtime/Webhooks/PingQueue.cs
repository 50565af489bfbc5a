namespace Apm;

/// <summary>
/// The runs of payments that pings name. For each payment, one run at a time, and at most one more that waits: it sees what all pings
/// since the start of the first are about.
/// </summary>
internal sealed class PingQueue
{
    /// <summary>How many queries are sent at once.</summary>
    public const int MaxQueries = 8;

    // Anybody can send pings.
    private const int MaxPayments = 1000;

    private readonly Dictionary<ProcessedEventKey, Waiting> _payments = [];
    private readonly SemaphoreSlim _queries = new(MaxQueries);

    /// <summary>Joins the next run for a payment, or starts one.</summary>
    /// <param name="key">The payment.</param>
    /// <param name="run">The run, which does not throw.</param>
    public Task<WebhookReceipt> JoinAsync(ProcessedEventKey key, Func<Task<WebhookReceipt>> run)
    {
        lock (_payments)
        {
            if (_payments.TryGetValue(key, out var waiting))
            {
                // The query that is under way may have seen an older state.
                return (waiting.Next ??= new(run)).Task;
            }

            if (_payments.Count == MaxPayments)
            {
                return Task.FromResult(WebhookReceipt.Unfinished);
            }

            var first = new Turn(run);
            _payments.Add(key, new Waiting());
            _ = Task.Run(() => RunAllAsync(key, first));
            return first.Task;
        }
    }

    /// <summary>Sends a query, as soon as not too many are under way.</summary>
    public async Task<T> QueryAsync<T>(Func<Task<T>> query, CancellationToken cancellationToken)
    {
        await _queries.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await query().ConfigureAwait(false);
        }
        finally
        {
            _queries.Release();
        }
    }

    private async Task RunAllAsync(ProcessedEventKey key, Turn? turn)
    {
        while (turn is not null)
        {
            await turn.RunAsync().ConfigureAwait(false);
            lock (_payments)
            {
                turn = _payments[key].Next;
                _payments[key].Next = null;
                if (turn is null)
                {
                    _payments.Remove(key);
                }
            }
        }
    }

    private sealed class Waiting
    {
        public Turn? Next { get; set; }
    }

    private sealed class Turn(Func<Task<WebhookReceipt>> run)
    {
        private readonly TaskCompletionSource<WebhookReceipt> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<WebhookReceipt> Task => _ended.Task;

        public async Task RunAsync()
        {
            try
            {
                _ended.SetResult(await run().ConfigureAwait(false));
            }
            catch (Exception)
            {
                _ended.TrySetResult(WebhookReceipt.Failed);
            }
        }
    }
}

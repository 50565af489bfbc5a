namespace Apm;

/// <summary>A call to a store's server, with a time limit that holds even if the call ignores its token.</summary>
internal static class StoreCall
{
    public static async Task<T> LimitAsync<T>(Func<CancellationToken, Task<T>> call, TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource();
        var task = call(end.Token);
        await WaitAsync(task, end, limit, clock, cancellationToken).ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }

    public static async Task LimitAsync(Func<CancellationToken, Task> call, TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource();
        await WaitAsync(call(end.Token), end, limit, clock, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Prevents that an exception of an abandoned task is reported as unobserved.</summary>
    public static void Observe(Task task) => _ = EndOf(task);

    /// <summary>Returns a task that ends with the other task and never throws.</summary>
    public static Task EndOf(Task task) => task.ContinueWith(
        static ended => _ = ended.Exception,
        CancellationToken.None,
        TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);

    private static async Task WaitAsync(Task task, CancellationTokenSource end, TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            await task.WaitAsync(limit, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (!task.IsCompleted)
        {
            Observe(task);
            await end.CancelAsync().ConfigureAwait(false);
            if (problem is TimeoutException)
            {
                throw new TimeoutException($"The store of processed webhooks did not respond within {limit}.");
            }

            throw;
        }
    }
}

namespace Apm;

/// <summary>Decides when expired rows are deleted: at one webhook in ten minutes in each process.</summary>
internal sealed class ProcessedEventPurge<TContext>
{
    /// <summary>No handler still runs for a claim that expired this long ago.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromHours(2);

    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(10);
    private long _next;

    public bool IsDue(DateTime now)
    {
        var next = Interlocked.Read(ref _next);
        return now.Ticks >= next && Interlocked.CompareExchange(ref _next, (now + s_interval).Ticks, next) == next;
    }
}

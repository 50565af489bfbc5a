using Apm.Faults.Load;

namespace Apm.Load;

/// <summary>What an instance says of itself when it is stopped in good order.</summary>
internal sealed class Health
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    private readonly MemoryUse _memory = new();
    private int _unobserved;

    private Health() => TaskScheduler.UnobservedTaskException += (_, failure) =>
    {
        Interlocked.Increment(ref _unobserved);
        Console.Error.WriteLine("UNOBSERVED " + failure.Exception);
    };

    /// <summary>Watches until the end.</summary>
    /// <returns>One line; it begins with "well" where no exception was left unobserved and the memory is flat.</returns>
    public static async Task<string> WatchAsync(Task end)
    {
        var health = new Health();
        while (await Task.WhenAny(end, Task.Delay(s_pause)) != end)
        {
            health._memory.Measure();
        }

        MemoryUse.Collect();
        return $"{(health._unobserved == 0 && !health._memory.Grows ? "well" : "ILL")}: {health._unobserved} unobserved exceptions, memory {health._memory}";
    }
}

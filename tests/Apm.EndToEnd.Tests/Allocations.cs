namespace Apm.EndToEnd.Tests;

internal static class Allocations
{
    // The runtime optimises code in the background.
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    /// <summary>What an action allocates, in bytes, once the runtime has optimised its code.</summary>
    public static long Of(Action action)
    {
        // Before the runtime has optimised the vector code of spans, that code allocates by itself.
        var allocated = Once(action);
        for (var round = 0; allocated > 0 && round < 500; round++)
        {
            for (var i = 0; i < 1000; i++)
            {
                action();
            }

            Thread.Sleep(s_pause);
            allocated = Once(action);
        }

        return allocated;
    }

    private static long Once(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

using System.Net;

namespace Apm.Faults;

/// <summary>Counts the requests that arrive whole.</summary>
internal interface IGateway : IAsyncDisposable
{
    /// <summary>Where it listens.</summary>
    Uri Address { get; }

    /// <summary>The targets of the requests that arrived whole.</summary>
    IReadOnlyCollection<string> Arrived { get; }
}

/// <summary>Addresses of this machine, one for each gateway: a port that a gateway gave up may be another's at once.</summary>
internal static class LoopbackAddress
{
    private static int s_last = Environment.ProcessId << 12;

    public static IPAddress Next()
    {
        // macOS has one loopback address only.
        var number = (uint)Interlocked.Increment(ref s_last);
        return OperatingSystem.IsMacOS()
            ? IPAddress.Loopback
            : new IPAddress([127, (byte)((number >> 16 & 0x7F) + 1), (byte)(number >> 8), (byte)(number % 254 + 1)]);
    }
}

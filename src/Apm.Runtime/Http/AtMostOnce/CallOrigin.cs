using System.Collections.Concurrent;
using System.Globalization;

namespace Apm;

/// <summary>
/// The call that a request comes from. It travels in the options of the request and, because some handlers send a copy of the
/// request that lacks its options, as a number in a header that only handlers see.
/// </summary>
internal sealed class CallOrigin : IDisposable
{
    /// <summary>The header. The guard removes it from what is sent.</summary>
    public const string HeaderName = "Apm-Call";

    private static readonly HttpRequestOptionsKey<CallOrigin> s_key = new("Apm.Call");
    private static readonly ConcurrentDictionary<string, CallOrigin> s_open = new(StringComparer.Ordinal);
    private static long s_last;

    /// <summary>Attaches a call to its request. The call ends when this is disposed of.</summary>
    /// <param name="request">The request of the call.</param>
    /// <param name="singleSend">What becomes of the call; null for a call that changes nothing and may be sent again.</param>
    public CallOrigin(HttpRequestMessage request, SingleSendState? singleSend)
    {
        SingleSend = singleSend;
        Number = Interlocked.Increment(ref s_last).ToString(CultureInfo.InvariantCulture);
        s_open[Number] = this;
        request.Options.Set(s_key, this);
        Mark(request);
    }

    /// <summary>What becomes of the call; null for a call that changes nothing and may be sent again.</summary>
    public SingleSendState? SingleSend { get; }

    /// <summary>Names the call within the process.</summary>
    public string Number { get; }

    /// <summary>A request of the method may be sent again although no call is known that it comes from.</summary>
    public static bool IsSafe(HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options || method == HttpMethod.Trace;

    /// <summary>The call of a request, or of the request of which it is a copy.</summary>
    /// <returns>Null for a request that no call made, or whose call has ended.</returns>
    public static CallOrigin? Of(HttpRequestMessage sent)
    {
        if (sent.Options.TryGetValue(s_key, out var origin))
        {
            return origin;
        }

        if (sent.Headers.NonValidated.TryGetValues(HeaderName, out var numbers))
        {
            foreach (var number in numbers)
            {
                return s_open.GetValueOrDefault(number);
            }
        }

        return null;
    }

    /// <summary>Names the call in a header of its request.</summary>
    public void Mark(HttpRequestMessage request) => request.Headers.TryAddWithoutValidation(HeaderName, Number);

    public void Dispose() => s_open.TryRemove(Number, out _);
}

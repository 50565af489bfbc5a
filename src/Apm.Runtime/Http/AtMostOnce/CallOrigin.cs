using System.Collections.Concurrent;
using System.Globalization;

namespace Apm;

/// <summary>
/// The call that a request belongs to. It is stored in the options of the request. Some handlers send a copy of the request
/// without its options, so the number of the call is also in a header, which only handlers see.
/// </summary>
internal sealed class CallOrigin : IDisposable
{
    /// <summary>The header. The guard removes it before the request is sent.</summary>
    public const string HeaderName = "Apm-Call";

    private static readonly HttpRequestOptionsKey<CallOrigin> s_key = new("Apm.Call");
    private static readonly ConcurrentDictionary<string, CallOrigin> s_open = new(StringComparer.Ordinal);
    private static long s_last;

    /// <summary>Attaches a call to its request. The call ends when this is disposed of.</summary>
    /// <param name="request">The request of the call.</param>
    /// <param name="singleSend">The state of the call; null for a call that changes nothing and may be sent again.</param>
    public CallOrigin(HttpRequestMessage request, SingleSendState? singleSend)
    {
        SingleSend = singleSend;
        Number = Interlocked.Increment(ref s_last).ToString(CultureInfo.InvariantCulture);
        s_open[Number] = this;
        request.Options.Set(s_key, this);
        Mark(request);
    }

    /// <summary>The state of the call; null for a call that changes nothing and may be sent again.</summary>
    public SingleSendState? SingleSend { get; }

    /// <summary>The number of the call, unique within the process.</summary>
    public string Number { get; }

    /// <summary>Whether a request with the method may be sent again although its call is not known.</summary>
    public static bool IsSafe(HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options || method == HttpMethod.Trace;

    /// <summary>The call of a request, or of the request that it copies.</summary>
    /// <returns>Null if the request belongs to no call, or the call has ended.</returns>
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

    /// <summary>Writes the number of the call to a header of its request.</summary>
    public void Mark(HttpRequestMessage request) => request.Headers.TryAddWithoutValidation(HeaderName, Number);

    public void Dispose() => s_open.TryRemove(Number, out _);
}

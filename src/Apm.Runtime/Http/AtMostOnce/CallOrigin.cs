namespace Apm;

/// <summary>
/// The call that a request comes from. It travels in the options of the request, and beside them in the execution context:
/// some handlers send a copy of the request that lacks its options.
/// </summary>
/// <param name="request">The request as the call made it.</param>
/// <param name="singleSend">What becomes of the call; null for a call that changes nothing and may be sent again.</param>
internal sealed class CallOrigin(HttpRequestMessage request, SingleSendState? singleSend)
{
    private static readonly HttpRequestOptionsKey<CallOrigin> s_key = new("Apm.Call");
    private static readonly AsyncLocal<CallOrigin?> s_current = new();

    private readonly HttpMethod _method = request.Method;
    private readonly Uri? _address = request.RequestUri;

    /// <summary>What becomes of the call; null for a call that changes nothing and may be sent again.</summary>
    public SingleSendState? SingleSend => singleSend;

    /// <summary>A request of the method may be sent again although no call is known that it comes from.</summary>
    public static bool IsSafe(HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options || method == HttpMethod.Trace;

    /// <summary>Attaches the call to its request and to the execution context.</summary>
    public static void Attach(HttpRequestMessage request, SingleSendState? singleSend)
    {
        var origin = new CallOrigin(request, singleSend);
        request.Options.Set(s_key, origin);
        s_current.Value = origin;
    }

    /// <summary>The call that a request belongs to: its own, or the call in which a copy of its request is sent.</summary>
    /// <returns>Null for a request that no call made.</returns>
    public static CallOrigin? Of(HttpRequestMessage sent)
    {
        if (sent.Options.TryGetValue(s_key, out var origin))
        {
            return origin;
        }

        return s_current.Value is { } current && current._method == sent.Method && current._address == sent.RequestUri ? current : null;
    }
}

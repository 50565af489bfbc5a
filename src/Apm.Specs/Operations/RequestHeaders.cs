namespace Apm.Specs;

/// <summary>The headers that a spec declares for requests. Headers of HTTP itself, and headers that are declared twice, are reported.</summary>
internal sealed class RequestHeaders(DiagnosticBag report)
{
    private const string OfContent = "Content-";

    private const string OfProxy = "Proxy-";

    // A client must not set these, because they depend on the body or on the connection. With Expect, the platform may send a
    // body again. With Accept-Encoding, the gateway may send a response that is not decoded.
    private static readonly HashSet<string> s_ofHttp = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept-Encoding",
        "Allow",
        "Connection",
        "Date",
        "Expect",
        "Expires",
        "Host",
        "Keep-Alive",
        "Last-Modified",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
    };

    private readonly Dictionary<string, (string Key, SpecSpan Place)> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a name that the spec does not contain, because an authentication scheme sets it.</summary>
    /// <param name="name">Of the header.</param>
    /// <param name="key">Of the API file.</param>
    /// <param name="place">The location of the scheme.</param>
    public void Take(string name, string key, SpecSpan place) => _taken[name] = (key, place);

    /// <returns>False where the header is reported.</returns>
    public bool Take(ScalarSyntax name, string key)
    {
        if (s_ofHttp.Contains(name.Value) || new[] { OfContent, OfProxy }.Any(start => name.Value.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
        {
            report.Add(
                SpecDescriptors.NotApplicable,
                name.Span,
                $"{MessageText.Of(name.Value)} is set by the HTTP client, from the body or the connection: remove it");
            return false;
        }

        if (_taken.TryGetValue(name.Value, out var other))
        {
            report.Add(
                SpecDescriptors.DeclaredTwice,
                name.Span,
                $"{MessageText.Of(name.Value)} is already a header of '{other.Key}', and names of headers are not case-sensitive: "
                    + "remove it here, or write another name",
                report.At(other.Place));
            return false;
        }

        _taken.Add(name.Value, (key, name.Span));
        return true;
    }
}

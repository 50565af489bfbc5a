using Apm.Specs.Diagnostics;
using Apm.Specs.Syntax;

namespace Apm.Specs.Binding;

/// <summary>The headers that a spec puts on a request: none of HTTP's own, and none twice.</summary>
internal sealed class RequestHeaders(Report report)
{
    private const string OfContent = "Content-";

    // What a client may not set, because it depends on the body or on the connection.
    private static readonly HashSet<string> OfHttp = new(StringComparer.OrdinalIgnoreCase) { "Host", "Connection", "Transfer-Encoding", "Upgrade", "Trailer", "Allow", "Expires", "Last-Modified" };

    private readonly Dictionary<string, (string Key, SpecSpan Place)> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a name that stands nowhere, because a scheme has it.</summary>
    /// <param name="name">Of the header.</param>
    /// <param name="key">Of the API file.</param>
    /// <param name="place">Where the scheme stands.</param>
    public void Take(string name, string key, SpecSpan place) => _taken[name] = (key, place);

    /// <returns>False where the header is reported.</returns>
    public bool Take(ScalarSyntax name, string key)
    {
        if (OfHttp.Contains(name.Value) || name.Value.StartsWith(OfContent, StringComparison.OrdinalIgnoreCase))
        {
            report.Add(SpecRules.WrongKind, name.Span, $"{Quote.Of(name.Value)} is set by HTTP itself, from the body or the connection: remove it");
            return false;
        }

        if (_taken.TryGetValue(name.Value, out var other))
        {
            report.Add(SpecRules.DeclaredTwice, name.Span, $"{Quote.Of(name.Value)} is a header of '{other.Key}' already, and capitals do not tell headers apart: remove it here, or write another name", report.At(other.Place));
            return false;
        }

        _taken.Add(name.Value, (key, name.Span));
        return true;
    }
}

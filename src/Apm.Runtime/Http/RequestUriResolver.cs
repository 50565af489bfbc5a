namespace Apm;

/// <summary>Resolves paths and links to addresses within the configured origin.</summary>
internal sealed class RequestUriResolver
{
    // A link is sent exactly as the gateway wrote it. Otherwise Uri would rewrite %7E, /./ and similar parts.
    private static readonly UriCreationOptions s_verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly string _origin;
    private readonly string _base;
    private readonly Uri _baseAddress;
    private CachedPath? _last;

    public RequestUriResolver(Uri baseAddress)
    {
        _baseAddress = baseAddress;
        _origin = baseAddress.GetLeftPart(UriPartial.Authority);
        _base = baseAddress.AbsoluteUri.TrimEnd('/');
    }

    /// <exception cref="ApmActionUnavailableException">The link leads elsewhere or cannot be sent unchanged.</exception>
    public Uri Resolve(in ApmCall call)
    {
        if (call.Link is { } link)
        {
            return Follow(call.Operation.Id, call.Values is null ? link : link + QueryString(link, call.Values));
        }

        if (call.Values is { } values && (call.Operation.HasNames || values.Query.Count > 0))
        {
            return Named(call, values);
        }

        var path = call.Operation.Path ?? throw new ArgumentException($"The operation '{call.Operation.Id}' has neither a path nor a link.", nameof(call));
        if (call.PaymentId is not null || call.ResultId is not null)
        {
            // Braces in an id are encoded, so an id cannot contain a placeholder.
            path = Fill(path, "{id}", call.PaymentId, call.Operation.Id);
            path = Fill(path, "{refund.id}", call.ResultId, call.Operation.Id);
            path = Fill(path, "{capture.id}", call.ResultId, call.Operation.Id);
            return new Uri(_base + path, s_verbatim);
        }

        var last = _last;
        if (last is null || !ReferenceEquals(last.Path, path))
        {
            _last = last = new CachedPath(path, new Uri(_base + path));
        }

        return last.Address;
    }

    private Uri Named(in ApmCall call, CallValues values)
    {
        var path = values.Fill(call.Operation.Path!, isSegment: true) ?? throw ApmActionUnavailableException.WithoutSetting(call.Operation.Id);
        return new Uri(_base + path + QueryString(path, values), s_verbatim);
    }

    private static string QueryString(string path, CallValues values) => string.Concat(values.Query.Select((parameter, index) =>
        (index == 0 && !path.Contains('?', StringComparison.Ordinal) ? "?" : "&")
            + Uri.EscapeDataString(parameter.Key)
            + "="
            + Uri.EscapeDataString(parameter.Value)));

    private static string Fill(string path, string placeholder, string? id, string operation)
    {
        if (id is null || !path.Contains(placeholder, StringComparison.Ordinal))
        {
            return path;
        }

        // An id of dots would lead to another path.
        return id is "" or "." or ".."
            ? throw ApmActionUnavailableException.Malformed(operation)
            : path.Replace(placeholder, Uri.EscapeDataString(id), StringComparison.Ordinal);
    }

    private Uri Follow(string operation, string link)
    {
        // Uri does not normalize the link, so it must not contain anything that ends a request line or changes the host.
        if (link.Length == 0 || link.AsSpan().ContainsAnyExceptInRange('!', '~') || link.AsSpan().ContainsAny('\\', '#'))
        {
            throw ApmActionUnavailableException.Malformed(operation);
        }

        var absolute = link[0] == '/' && !link.StartsWith("//", StringComparison.Ordinal) ? _origin + link : link;
        if (!Uri.TryCreate(absolute, s_verbatim, out var address)
            || !address.IsAbsoluteUri
            || address.Scheme is not ("https" or "http")
            || address.UserInfo.Length > 0)
        {
            throw ApmActionUnavailableException.Malformed(operation);
        }

        return address.Scheme == _baseAddress.Scheme && address.Port == _baseAddress.Port
            && string.Equals(address.IdnHost, _baseAddress.IdnHost, StringComparison.OrdinalIgnoreCase)
            ? address
            : throw ApmActionUnavailableException.OtherOrigin(operation, address.GetLeftPart(UriPartial.Authority), _origin);
    }

    private sealed record CachedPath(string Path, Uri Address);
}

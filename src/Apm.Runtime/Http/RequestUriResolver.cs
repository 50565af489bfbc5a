namespace Apm;

/// <summary>Turns paths and links into addresses within the configured origin.</summary>
internal sealed class RequestUriResolver
{
    // A link is sent as the gateway wrote it: without this, %7E, /./ and the like would be rewritten.
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

    /// <exception cref="ApmActionUnavailableException">The link leads elsewhere or cannot be sent as it stands.</exception>
    public Uri Resolve(in ApmCall call)
    {
        if (call.Link is { } link)
        {
            return Follow(call.Operation.Id, link);
        }

        var path = call.Operation.Path ?? throw new ArgumentException($"The operation '{call.Operation.Id}' has neither a path nor a link.", nameof(call));
        if (call.PaymentId is { } id)
        {
            // Dots alone would lead to another path.
            return id is "" or "." or ".."
                ? throw ApmActionUnavailableException.Malformed(call.Operation.Id)
                : new Uri(_base + path.Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal), s_verbatim);
        }

        var last = _last;
        if (last is null || !ReferenceEquals(last.Path, path))
        {
            _last = last = new CachedPath(path, new Uri(_base + path));
        }

        return last.Address;
    }

    private Uri Follow(string operation, string link)
    {
        // Nothing tidies the link up behind us, so nothing may stand in it that ends a request line or moves the host.
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

namespace Apm;

/// <summary>Creates the request of a call, without its body.</summary>
internal sealed class RequestFactory(HttpClient http, ApiProfile profile)
{
    /// <exception cref="ApmValidationException">The reference cannot be sent in a header.</exception>
    /// <exception cref="ApmActionUnavailableException">The link leads elsewhere or cannot be sent unchanged.</exception>
    public HttpRequestMessage Create(in ApmCall call, ClientSettings settings)
    {
        ThrowIfNotCarried(call.Reference);
        var request = new HttpRequestMessage(call.Operation.Method, settings.Target.Resolve(call))
        {
            Version = http.DefaultRequestVersion,
            VersionPolicy = http.DefaultVersionPolicy,
        };
        foreach (var header in settings.Headers)
        {
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (profile.IdempotencyHeader is { } idempotency && call.Reference is { } reference)
        {
            request.Headers.TryAddWithoutValidation(idempotency, reference);
        }

        if (profile.IdempotencyKey is { } key && call.Keyed is { } keyed)
        {
            request.Headers.TryAddWithoutValidation(key.Header, keyed.Key);
        }

        return request;
    }

    // A line break would start another header or another request.
    private void ThrowIfNotCarried(string? reference)
    {
        if (profile.IdempotencyHeader is { } header
            && reference is not null
            && (reference.Length == 0 || reference.AsSpan().ContainsAnyExceptInRange(' ', '~') || reference[0] == ' ' || reference[^1] == ' '))
        {
            throw new ApmValidationException(new ApmValidationResult(
            [
                new ApmViolation(
                    profile.ReferencePath,
                    "Reference",
                    ViolationRule.Characters,
                    $"must contain only printable ASCII characters, and must not begin or end with a blank, because it is sent in the header {header}."),
            ]));
        }
    }
}

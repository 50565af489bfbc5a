namespace Apm;

/// <summary>Creates the request of a call, without its body.</summary>
internal sealed class RequestFactory(HttpClient http, ApiProfile profile)
{
    /// <exception cref="ApmValidationException">The reference or another value cannot be sent in a header.</exception>
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

        if (call.Values is { } values)
        {
            AddNamed(request, values);
        }

        if (profile.IdempotencyHeader is { } idempotency && call.Reference is { } reference)
        {
            request.Headers.TryAddWithoutValidation(idempotency, reference);
        }

        if (profile.IdempotencyKey?.Header is { } keyHeader && call.Keyed is { } keyed)
        {
            request.Headers.TryAddWithoutValidation(keyHeader, keyed.Key);
        }

        return request;
    }

    private void AddNamed(HttpRequestMessage request, CallValues values)
    {
        foreach (var template in profile.HeaderTemplates)
        {
            if (values.Fill(template.Value, isSegment: false) is { } value)
            {
                ThrowIfNotCarried(template.Key, value);
                request.Headers.TryAddWithoutValidation(template.Key, value);
            }
        }

        foreach (var header in values.Headers)
        {
            ThrowIfNotCarried(header.Key, header.Value);
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    private static void ThrowIfNotCarried(string name, string value)
    {
        if (IsCarried(value))
        {
            return;
        }

        throw new ApmValidationException(new ApmValidationResult(
        [
            new ApmViolation(
                "$." + name,
                name,
                ViolationRule.Characters,
                "must contain only printable ASCII characters, and must not begin or end with a blank, because it is sent in a header."),
        ]));
    }

    private static bool IsCarried(string value) =>
        value.Length > 0 && !value.AsSpan().ContainsAnyExceptInRange(' ', '~') && value[0] != ' ' && value[^1] != ' ';

    // A line break would start another header or another request.
    private void ThrowIfNotCarried(string? reference)
    {
        if (profile.IdempotencyHeader is { } header && reference is not null && !IsCarried(reference))
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

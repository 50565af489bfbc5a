using System.Security.Cryptography;
using System.Text;
using Apm.Specs;

namespace Apm.Sandbox;

// docs/decisions/sandbox.md
/// <summary>The first responses to requests with an idempotency key. The lock of the store must be held for every access.</summary>
internal sealed class IdempotencyKeys(ApiModel api, SandboxOptions options)
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Performs a request, or repeats the response to an earlier one with the same key.</summary>
    /// <param name="key">How the API uses keys.</param>
    /// <param name="sent">The key of the request; null if it has none.</param>
    /// <param name="request">A request of an operation that takes a key.</param>
    /// <param name="handle">Performs the request.</param>
    /// <param name="refuse">Refuses a key of another request.</param>
    public GatewayResponse Once(
        IdempotencyKeyModel key,
        string? sent,
        GatewayRequest request,
        Func<GatewayResponse> handle,
        Func<GatewayResponse> refuse)
    {
        if (sent is not { Length: > 0 } value)
        {
            return handle();
        }

        var content = Hash(request);
        var now = options.TimeProvider.GetUtcNow();
        if (_entries.TryGetValue(value, out var known) && (key.LivesSeconds is not { } lives || now - known.Since < TimeSpan.FromSeconds(lives)))
        {
            return known.Content == content ? known.Answer : refuse();
        }

        var answer = handle();
        if (IsKept(answer))
        {
            _entries[value] = new Entry(content, answer, now);
        }

        return answer;
    }

    // A request that was refused before it was carried out can be corrected and sent with the same key.
    private static bool IsKept(GatewayResponse answer) => answer.Status is < 400 or >= 500;

    private string Hash(GatewayRequest request) => Convert.ToHexString(
        SHA256.HashData([.. Encoding.UTF8.GetBytes($"{api.Id} {request.Method} {request.Path}{request.Query}\n"), .. request.Body.Span]));

    private sealed record Entry(string Content, GatewayResponse Answer, DateTimeOffset Since);
}

using System.Security.Cryptography;
using System.Text;
using Apm.Specs;

namespace Apm.Sandbox;

// docs/decisions/sandbox.md
/// <summary>
/// The first responses to requests with an idempotency key or an idempotency header. The lock of the store must be held for every
/// access.
/// </summary>
/// <param name="api">The API.</param>
/// <param name="maps">The paths of maps, which a form does not tell from lists.</param>
/// <param name="options">The options of the sandbox.</param>
internal sealed class RepeatedRequests(ApiModel api, IReadOnlyCollection<string> maps, SandboxOptions options)
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Performs a request, or repeats the response to an earlier one with the same key.</summary>
    public GatewayResponse Once(OperationModel operation, GatewayRequest request, Func<GatewayResponse> handle)
    {
        if (api.Recovery?.Key is { } key)
        {
            return key.IsTakenBy(operation) && SentKey.Of(api, key, operation, request, maps) is { Length: > 0 } sent
                ? Once(key, sent, request, handle)
                : handle();
        }

        return api.IdempotencyHeader is { } name && request.Method != "GET" && request.Header(name) is { } value ? Once(value, handle) : handle();
    }

    private GatewayResponse Once(IdempotencyKeyModel key, string sent, GatewayRequest request, Func<GatewayResponse> handle)
    {
        var content = Hash(request);
        var now = options.TimeProvider.GetUtcNow();
        if (_entries.TryGetValue(sent, out var known) && (key.LivesSeconds is not { } lives || now - known.Since < TimeSpan.FromSeconds(lives)))
        {
            return known.Content == content ? known.Answer : new ErrorAnswers(api).Of(ErrorKind.KeyReused, "The key belongs to another request.");
        }

        var answer = handle();

        // A request that was refused before it was carried out can be corrected and sent with the same key.
        if (answer.Status is < 400 or >= 500)
        {
            _entries[sent] = new Entry(content, answer, now);
        }

        return answer;
    }

    // The header contains the reference, and the gateway does not compare the requests.
    private GatewayResponse Once(string value, Func<GatewayResponse> handle)
    {
        if (_entries.TryGetValue(value, out var known))
        {
            return known.Answer;
        }

        var answer = handle();
        if (answer.Status < 400)
        {
            _entries[value] = new Entry("", answer, options.TimeProvider.GetUtcNow());
        }

        return answer;
    }

    private string Hash(GatewayRequest request) => Convert.ToHexString(
        SHA256.HashData([.. Encoding.UTF8.GetBytes($"{api.Id} {request.Method} {request.Path}{request.Query}\n"), .. request.Body.Span]));

    private sealed record Entry(string Content, GatewayResponse Answer, DateTimeOffset Since);
}

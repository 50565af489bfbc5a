using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

// docs/decisions/sandbox.md
/// <summary>The responses that files of exchanges record beside the specs. The sandbox's own responses have their shape.</summary>
internal sealed class RecordedResponses(SandboxOptions options)
{
    private readonly Lazy<List<(string File, string Text)>> _files = new(() => [.. SandboxSpecs.Texts(options, ExchangeReader.IsExchangeFile)]);
    private readonly ConcurrentDictionary<string, IReadOnlyList<RecordedExchange>> _exchanges = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Spec, string Operation, string Status), string?> _bodies = new();

    /// <summary>A copy of a recorded body; null if none is recorded.</summary>
    /// <param name="method">The method.</param>
    /// <param name="operation">The operation that is answered.</param>
    /// <param name="status">The status of the payment. A body with this status goes before others.</param>
    public JsonObject? Find(MethodModel method, OperationModel operation, string status) =>
        _bodies.GetOrAdd((method.SpecId, operation.Id, status), _ => Choose(method, operation, status)) is { } body ? JsonNode.Parse(body)!.AsObject() : null;

    // A method that extends another has the responses of the other.
    private string? Choose(MethodModel method, OperationModel operation, string status) =>
        new[] { method.SpecId, $"{method.Api}/{method.GatewayId}" }
            .SelectMany(id => _exchanges.GetOrAdd(id, Read))
            .OrderByDescending(exchange => exchange.IsPublished)
            .SelectMany(exchange => exchange.Steps)
            .Where(step => step.Operation == operation.Id && step.Refusal is null && step.Response?.Status == operation.SuccessStatus)
            .OrderByDescending(step => step.Reading.Status == status)
            .Select(step => step.Response!.Message.Body is { Kind: ExchangeBodyKind.Json } json && json.Text.StartsWith('{') ? json.Text : null)
            .FirstOrDefault(body => body is not null);

    // A file without the id is not parsed, because a sandbox answers for few of the packed methods.
    private IReadOnlyList<RecordedExchange> Read(string id) =>
    [
        .. _files.Value
            .Where(file => file.Text.Contains(id, StringComparison.Ordinal))
            .Select(file => ExchangeReader.Read(file.File, file.Text))
            .Where(file => file.SpecId == id)
            .SelectMany(file => file.Exchanges),
    ];
}

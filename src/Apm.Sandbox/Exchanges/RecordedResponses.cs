using System.Collections.Concurrent;
using System.Text.Json;
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

    /// <summary>The mistakes in the project's own files of exchanges.</summary>
    public static IEnumerable<SpecDiagnostic> Diagnostics(SandboxOptions options)
    {
        var files = SandboxSpecs.Own(options, ExchangeReader.IsExchangeFile).Select(file => ExchangeReader.Read(file.File, file.Text)).ToList();
        HashSet<string> ids = files.Count == 0 ? [] : [.. SandboxSpecs.Texts(options, SpecParser.IsSpecFile).Select(file => SpecParser.IdOf(file.File, file.Text))];
        return files.SelectMany(file => file.UnknownSpec(ids) is { } unknown ? file.Diagnostics.Append(unknown) : file.Diagnostics);
    }

    /// <summary>A copy of a recorded body; null if none is recorded.</summary>
    /// <param name="method">The method.</param>
    /// <param name="operation">The operation that is answered.</param>
    /// <param name="status">The status of the payment. A body with this status goes before others.</param>
    public JsonObject? Find(MethodModel method, OperationModel operation, string status) =>
        _bodies.GetOrAdd((method.SpecId, operation.Id, status), _ => Choose(method, operation, status)) is { } body ? JsonNode.Parse(body)!.AsObject() : null;

    /// <summary>
    /// Whether the gateway answers a payment that starts in this way without a customer, such as a payment by token. The response of a
    /// recorded payment that starts in the same way is then authorized or paid.
    /// </summary>
    public bool IsWithoutCustomer(ApiModel api, MethodModel method, JsonElement request)
    {
        var start = Start(method.Request, request);
        return start.Any(field => field.Value != field.Preset)
            && Steps(method).FirstOrDefault(step => StartsLike(step, api, method, start)) is { Response.Message.Body: { Kind: ExchangeBodyKind.Json } json }
            && StateOf(json.Text, api, method) is PaymentState.Authorized or PaymentState.Paid;
    }

    private static bool StartsLike(ExchangeStep step, ApiModel api, MethodModel method, List<(string Path, string? Preset, string? Value)> start)
    {
        if (step is not { Operation: OperationId.Pay, Refusal: null, Message.Body: { } body, Response.Status: < 400 }
            || RecordedBody.Json(body, api, method) is not { } json)
        {
            return false;
        }

        using var recorded = JsonDocument.Parse(json);
        return Start(method.Request, recorded.RootElement).SequenceEqual(start);
    }

    // A field with a preset tells ways to start a payment apart, such as where the customer's details are.
    private static List<(string Path, string? Preset, string? Value)> Start(FieldModel field, JsonElement body) =>
    [
        .. field is { Type: FieldType.Enum, Preset: { } preset } ? [(field.Path, preset, Dotted.Text(body, field.Path) ?? preset)]
            : field.Type == FieldType.Object ? field.Members.SelectMany(member => Start(member, body))
            : Enumerable.Empty<(string, string?, string?)>(),
    ];

    private static PaymentState StateOf(string response, ApiModel api, MethodModel method)
    {
        using var body = JsonDocument.Parse(response);
        return new ResponseInterpreter(api).ReadPayment(body.RootElement, method).State ?? PaymentState.Unknown;
    }

    private string? Choose(MethodModel method, OperationModel operation, string status) =>
        Steps(method)
            .Where(step => step.Operation == operation.Id && step.Refusal is null && step.Response?.Status == operation.SuccessStatus)
            .OrderByDescending(step => (step.Reading.Result?.Status ?? step.Reading.Status) == status)
            .Select(step => step.Response!.Message.Body is { Kind: ExchangeBodyKind.Json } json && json.Text.StartsWith('{') ? json.Text : null)
            .FirstOrDefault(body => body is not null);

    // A method that extends another has the responses of the other.
    private IEnumerable<ExchangeStep> Steps(MethodModel method) => new[] { method.SpecId, method.Extends ?? $"{method.Api}/{method.GatewayId}" }
        .SelectMany(id => _exchanges.GetOrAdd(id, Read))
        .OrderByDescending(exchange => exchange.IsPublished)
        .SelectMany(exchange => exchange.Steps);

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

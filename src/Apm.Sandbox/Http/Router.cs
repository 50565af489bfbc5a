using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Finds the operations of an API at a path, and the path of an operation's link.</summary>
internal sealed class Router(ApiModel api)
{
    private const string Result = "result";

    private readonly string _payments = api.Operation(OperationId.Pay)?.Path.TrimEnd('/') ?? "";
    private readonly string? _self = api.Operation(OperationId.Query) is { TargetIsLink: true } query ? query.Target : null;

    /// <summary>Null if no operation has the path with any verb.</summary>
    public RouteMatch? Match(string path)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var operations = new List<OperationModel>();
        foreach (var operation in api.AllOperations)
        {
            if (IsAt(Template(operation), path, ids))
            {
                operations.Add(operation);
            }
        }

        return operations.Count == 0
            ? null
            : new(Literal(operations), ids.GetValueOrDefault(ValueName.PaymentId), ids.GetValueOrDefault(Result))
            {
                Reference = ids.GetValueOrDefault(ValueName.PaymentReference),
            };
    }

    public string Href(OperationModel operation, string origin, string payment) => origin + Fill(Template(operation), payment);

    public string SelfHref(string origin, string payment) =>
        api.Operation(OperationId.Query) is { } query ? Href(query, origin, payment) : $"{origin}{_payments}/{payment}";

    private string Template(OperationModel operation) =>
        !operation.TargetIsLink ? operation.Path
        : operation.Target == _self ? _payments + "/{id}"
        : _payments + "/{id}/" + Uri.EscapeDataString(operation.Target);

    private static string Fill(string template, string payment) =>
        string.Join('/', template.Split('/').Select(segment => segment == "{id}" ? payment : segment));

    // A path without a name is meant before one in which the same text would be an id.
    private List<OperationModel> Literal(List<OperationModel> operations) => operations.Count == 1
        ? operations
        : [.. operations.Where(operation => operations.TrueForAll(other => other.Verb != operation.Verb || Names(other) >= Names(operation)))];

    private int Names(OperationModel operation) => NameTemplate.Names(Template(operation)).Count;

    private static bool IsAt(string template, string path, Dictionary<string, string> ids)
    {
        var expected = template.Split('/');
        var actual = path.Split('/');
        if (expected.Length != actual.Length
            || !expected.Zip(actual).All(pair => IsPlaceholder(pair.First) ? pair.Second.Length > 0 : pair.First == pair.Second))
        {
            return false;
        }

        foreach (var (name, value) in expected.Zip(actual).Where(pair => IsPlaceholder(pair.First)))
        {
            var key = name switch
            {
                "{refund.id}" or "{capture.id}" => Result,
                "{id}" => ValueName.PaymentId,
                _ => name.Trim('{', '}'),
            };
            ids.TryAdd(key, key == ValueName.PaymentReference ? Uri.UnescapeDataString(value) : value);
        }

        return true;
    }

    private static bool IsPlaceholder(string segment) => segment is ['{', .., '}'];
}

/// <param name="Operations">The operations at the path, with any verb, in the order of the file.</param>
/// <param name="Payment">The payment's id in the path.</param>
/// <param name="Result">The id of a refund or a capture in the path.</param>
internal sealed record RouteMatch(IReadOnlyList<OperationModel> Operations, string? Payment, string? Result)
{
    /// <summary>The payment's reference in the path.</summary>
    public string? Reference { get; init; }

    public IEnumerable<string> Verbs => Operations.Select(operation => operation.Verb).Distinct();
}

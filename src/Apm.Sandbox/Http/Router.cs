using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Finds the operations of an API at a path, and the path of an operation's link.</summary>
internal sealed class Router(ApiModel api)
{
    private readonly string _payments = api.Operation(OperationId.Pay)?.Target.TrimEnd('/') ?? "";
    private readonly string? _self = api.Operation(OperationId.Query) is { TargetIsLink: true } query ? query.Target : null;

    /// <summary>Null if no operation has the path with any verb.</summary>
    public RouteMatch? Match(string path)
    {
        string? payment = null;
        string? result = null;
        var operations = new List<OperationModel>();
        foreach (var operation in api.AllOperations)
        {
            if (IsAt(Template(operation), path, out var ids))
            {
                payment ??= ids.Payment;
                result ??= ids.Result;
                operations.Add(operation);
            }
        }

        return operations.Count == 0 ? null : new(operations, payment, result);
    }

    public string Href(OperationModel operation, string origin, string payment) => origin + Fill(Template(operation), payment);

    public string SelfHref(string origin, string payment) =>
        api.Operation(OperationId.Query) is { } query ? Href(query, origin, payment) : $"{origin}{_payments}/{payment}";

    private string Template(OperationModel operation) =>
        !operation.TargetIsLink ? operation.Target
        : operation.Target == _self ? _payments + "/{id}"
        : _payments + "/{id}/" + Uri.EscapeDataString(operation.Target);

    private static string Fill(string template, string payment) =>
        string.Join('/', template.Split('/').Select(segment => IsPlaceholder(segment) ? payment : segment));

    private static bool IsAt(string template, string path, out (string? Payment, string? Result) ids)
    {
        ids = default;
        var expected = template.Split('/');
        var actual = path.Split('/');
        if (expected.Length != actual.Length)
        {
            return false;
        }

        for (var i = 0; i < expected.Length; i++)
        {
            if (IsPlaceholder(expected[i]) && actual[i].Length > 0)
            {
                ids = expected[i] is "{refund.id}" or "{capture.id}" ? (ids.Payment, actual[i]) : (actual[i], ids.Result);
            }
            else if (expected[i] != actual[i])
            {
                return false;
            }
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
    public IEnumerable<string> Verbs => Operations.Select(operation => operation.Verb).Distinct();
}

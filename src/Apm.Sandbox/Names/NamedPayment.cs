using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>The payment that a request is about: its id or its reference, in the path, in the query string or in the body.</summary>
/// <param name="Id">Null if the request has none.</param>
/// <param name="Reference">Null if the request has none.</param>
internal sealed record NamedPayment(string? Id, string? Reference)
{
    public static NamedPayment Of(ApiModel api, RouteMatch match, GatewayRequest request, IReadOnlyCollection<string> maps)
    {
        if (match.Payment is not null || match.Reference is not null)
        {
            return new(match.Payment, match.Reference);
        }

        var named = new NamedPayment(null, null);
        foreach (var operation in match.Operations.Where(operation => operation.Verb == request.Method && operation.Id != OperationId.Pay))
        {
            named = named.Or(InQuery(operation, request)).Or(InBody(api, operation, request, maps));
        }

        return named;
    }

    private NamedPayment Or(NamedPayment other) => new(Id ?? other.Id, Reference ?? other.Reference);

    private static NamedPayment InQuery(OperationModel operation, GatewayRequest request)
    {
        var sent = QueryText.Read(request.Query);
        return new(Value("{id}"), Value("{payment.reference}"));

        string? Value(string name) => QueryText.Read(operation.QueryString)
            .Where(parameter => parameter.Value == name)
            .Select(parameter => sent.FirstOrDefault(other => other.Key == parameter.Key).Value)
            .FirstOrDefault(value => value is { Length: > 0 });
    }

    private static NamedPayment InBody(ApiModel api, OperationModel operation, GatewayRequest request, IReadOnlyCollection<string> maps)
    {
        if (operation.Body is not { } root || BodyReader.Read(api, request, maps) is not { Error: null, Body: { ValueKind: JsonValueKind.Object } body })
        {
            return new(null, null);
        }

        return new(Value(ValueName.PaymentId), Value(ValueName.PaymentReference));

        string? Value(string name) => Named(root, name).Select(path => Dotted.TextOrNumber(body, path)).FirstOrDefault(value => value is not null);
    }

    private static IEnumerable<string> Named(FieldModel field, string name) =>
        field.ConstName == name ? [field.Path] : field.Type == FieldType.List ? [] : field.Members.SelectMany(member => Named(member, name));
}

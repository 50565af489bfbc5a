using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>The bodies of operations on payments, with their fields in the query string and in headers.</summary>
/// <param name="api">The API.</param>
/// <param name="maps">The paths of maps, which a form does not tell from lists.</param>
internal sealed class OperationBodies(ApiModel api, IReadOnlyCollection<string> maps)
{
    private static readonly JsonElement s_empty = JsonDocument.Parse("{}").RootElement;

    /// <summary>Checks a body that has constants only, such as that of a query.</summary>
    /// <returns>The refusal; null if the body is right.</returns>
    public GatewayResponse? CheckConstants(OperationModel operation, GatewayRequest request)
    {
        if (operation.Body is not { } root)
        {
            return null;
        }

        var errors = new ErrorAnswers(api);
        var (body, error) = BodyReader.Read(api, request, maps);
        return error is { } wrong ? errors.Of(wrong.Kind, wrong.Message)
            : new RequestInterpreter(api).Check(root, OutsideBody.Merge(root, body, request.Query, request.Header)) is { Count: > 0 } violations
                ? errors.Invalid(violations)
            : null;
    }

    /// <summary>A body that <see cref="CheckConstants"/> did not refuse.</summary>
    public JsonElement Constants(OperationModel operation, GatewayRequest request) =>
        operation.Body is { } root ? OutsideBody.Merge(root, BodyReader.Read(api, request, maps).Body, request.Query, request.Header) : s_empty;

    /// <summary>Reads the body of an operation on a payment. The currency of the payment is added to it where the gateway does not need it.</summary>
    /// <returns>No body and no error for an operation without a body.</returns>
    public (JsonElement? Body, (ErrorKind Kind, string Message)? Error) Read(OperationModel operation, PaymentRecord payment, GatewayRequest request)
    {
        if (payment.Method.Operation(operation.Id)?.Body is not { } root)
        {
            return default;
        }

        var sent = s_empty;
        if (!request.Body.IsEmpty || root.Members.Any(member => member is { Required: true, Place: FieldPlace.Body }))
        {
            (sent, var error) = BodyReader.Read(api, request, maps);
            if (error is not null)
            {
                return (null, error);
            }
        }
        else if (!root.OutsideBody().Any())
        {
            return default;
        }

        return (PaymentCurrency.Add(api, root, OutsideBody.Merge(root, sent, request.Query, request.Header), payment.Currency), null);
    }
}

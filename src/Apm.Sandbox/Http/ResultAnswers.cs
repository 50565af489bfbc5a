using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Creates the gateway's responses that are not about a payment, in the shape of a recorded response if there is one.</summary>
internal sealed class ResultAnswers(ApiModel api, RecordedResponses recorded)
{
    public GatewayResponse Of(OperationModel operation, ResultRecord result)
    {
        if (operation.Result == ResultKind.Nothing)
        {
            return Empty(operation);
        }

        return JsonAnswer.Of(operation.SuccessStatus, Body(api, result, recorded.Find(result.Payment.Method, operation, result.Status)));
    }

    /// <summary>The object as responses and webhooks contain it.</summary>
    /// <param name="api">The API.</param>
    /// <param name="result">The refund or the capture.</param>
    /// <param name="shape">A recorded body; null if there is none.</param>
    public static JsonObject Body(ApiModel api, ResultRecord result, JsonObject? shape)
    {
        var model = result.Model;
        var body = shape ?? [];
        Dotted.Set(body, model.Id, result.Id);
        Dotted.Set(body, model.Status!, result.Status);
        foreach (var member in shape is null ? model.Members : default)
        {
            MemberValue.Set(body, member, api, result.Amount, result.Payment.Currency);
        }

        if (model.Value is { } value)
        {
            MemberValue.SetMoney(body, value, api, result.Amount, result.Payment.Currency);
        }

        SetPayment(body, model, result.Payment);
        ConditionMembers.Miss([.. api.Errors.When], body);
        return body;
    }

    /// <summary>The gateway accepted an operation whose outcome the payment or a webhook shows.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="payment">The payment.</param>
    /// <param name="id">The id of the acknowledgement.</param>
    public GatewayResponse Accepted(OperationModel operation, PaymentRecord payment, string id)
    {
        if (operation.Result == ResultKind.Nothing)
        {
            return Empty(operation);
        }

        var model = api.Result(operation.Result)!;
        var body = recorded.Find(payment.Method, operation, payment.Status) ?? [];
        Dotted.Set(body, model.Id, id);
        SetPayment(body, model, payment);
        ConditionMembers.Miss([.. api.Errors.When], body);
        return JsonAnswer.Of(operation.SuccessStatus, body);
    }

    private static void SetPayment(JsonObject body, ResultModel model, PaymentRecord payment)
    {
        if (model.Payment is { } path)
        {
            Dotted.Set(body, path, payment.Id);
        }
    }

    private static GatewayResponse Empty(OperationModel operation) =>
        new() { Status = operation.SuccessStatus, Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) };
}

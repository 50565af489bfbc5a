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

        var model = result.Model;
        var shape = recorded.Find(result.Payment.Method, operation, result.Status);
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
        return JsonAnswer.Of(operation.SuccessStatus, body);
    }

    /// <summary>The gateway accepted an operation whose outcome the payment shows.</summary>
    public GatewayResponse Accepted(OperationModel operation, PaymentRecord payment)
    {
        if (operation.Result == ResultKind.Nothing)
        {
            return Empty(operation);
        }

        var model = api.Result(operation.Result)!;
        var body = recorded.Find(payment.Method, operation, payment.Status) ?? [];
        Dotted.Set(body, model.Id, RandomToken.Text(12));
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

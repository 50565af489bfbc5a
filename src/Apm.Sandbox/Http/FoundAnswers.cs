using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>The responses of the operation that finds a payment: the payment is at a path, alone or in a list.</summary>
internal static class FoundAnswers
{
    public static bool IsList(OperationModel operation) => operation.At?.EndsWith(Item, StringComparison.Ordinal) == true;

    /// <summary>The response about a payment, at its path.</summary>
    public static GatewayResponse Of(OperationModel operation, GatewayResponse payment)
    {
        if (operation.At is not { } at)
        {
            return payment;
        }

        var found = JsonNode.Parse(payment.Body.Span)!;
        var body = new JsonObject();
        Dotted.Set(body, IsList(operation) ? at[..^Item.Length] : at, IsList(operation) ? new JsonArray(found) : found);
        return JsonAnswer.Of(operation.SuccessStatus, body);
    }

    /// <summary>The response without a payment, of an operation with a list.</summary>
    public static GatewayResponse Nothing(OperationModel operation)
    {
        var body = new JsonObject();
        Dotted.Set(body, operation.At![..^Item.Length], new JsonArray());
        return JsonAnswer.Of(operation.SuccessStatus, body);
    }

    private const string Item = "[]";
}

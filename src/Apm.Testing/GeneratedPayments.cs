using System.Text.Json;
using Apm.Specs;

namespace Apm.Testing;

/// <summary>The payments in recorded responses.</summary>
internal static class GeneratedPayments
{
    public static IEnumerable<Payment> Of(GeneratedMethod method, ExchangeFile file) =>
        file.Exchanges.SelectMany(exchange => exchange.Steps).Select(step => Of(method, step)).OfType<Payment>();

    /// <summary>Null if the step has no response about a payment.</summary>
    public static Payment? Of(GeneratedMethod method, ExchangeStep step)
    {
        if (step.Operation is not { } operation || method.Result(operation)?.IsAssignableTo(typeof(Payment)) != true)
        {
            return null;
        }

        if (step is not { Response: { Status: < 400, Message.Body: { Kind: ExchangeBodyKind.Json } json } })
        {
            return null;
        }

        try
        {
            return method.ReadPayment(json.Text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

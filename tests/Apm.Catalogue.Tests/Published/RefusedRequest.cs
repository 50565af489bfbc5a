using System.Text.Json.Nodes;

namespace Apm.Catalogue.Tests.Published;

// docs/decisions/sources-and-exchanges.md
/// <summary>A published request that breaks what the same gateway publishes.</summary>
/// <param name="Name">Of the request.</param>
/// <param name="Path">Where it is refused.</param>
/// <param name="Broken">The published rule that it breaks.</param>
/// <param name="Corrected">The value at the path that makes the request valid; null if one value is not enough.</param>
internal sealed record RefusedRequest(string Name, string Path, string Broken, JsonNode? Corrected)
{
    public static IReadOnlyList<RefusedRequest> All { get; } =
    [
        // Wrong in the gateway's own schema. A product code has a hyphen, which the schema does not allow either.
        new("payment-klarna-guest", "$.instruction.order.orderTotalTaxAmount", "the schema requires the tax and the terms of the order", null),

        // Right in the schema, wrong on the method's page.
        new("payment-ideal-onetime", "$.instruction.value.currency", "iDEAL takes EUR alone", "EUR"),
        new("payment-ideal-recurring", "$.instruction.value.currency", "iDEAL takes EUR alone", "EUR"),
    ];

    public JsonObject Correct(JsonObject json)
    {
        var corrected = json.DeepClone().AsObject();
        var names = Path.Split('.')[1..];
        names[..^1].Aggregate((JsonNode)corrected, (node, name) => node[name]!)[names[^1]] = Corrected!.DeepClone();
        return corrected;
    }
}

using System.Text.Json.Nodes;

namespace Apm.Catalogue.Tests.Published;

// docs/decisions/sources-that-disagree.md
/// <summary>A published request that breaks what the same gateway publishes.</summary>
/// <param name="Name">Of the request.</param>
/// <param name="Path">Where it is refused.</param>
/// <param name="Broken">The published rule that it breaks.</param>
/// <param name="Mended">What the rule wants at the path, where that alone makes the request right.</param>
internal sealed record RefusedRequest(string Name, string Path, string Broken, JsonNode? Mended)
{
    public static IReadOnlyList<RefusedRequest> All { get; } =
    [
        // Wrong in the gateway's own schema. A product code has a hyphen, which the schema does not allow either.
        new("payment-klarna-guest", "$.instruction.order.orderTotalTaxAmount", "the schema requires the tax and the terms of the order", null),

        // Right in the schema, wrong on the method's page.
        new("payment-ideal-onetime", "$.instruction.value.currency", "iDEAL takes EUR alone", "EUR"),
        new("payment-ideal-recurring", "$.instruction.value.currency", "iDEAL takes EUR alone", "EUR"),
    ];

    public JsonObject Mend(JsonObject json)
    {
        var mended = json.DeepClone().AsObject();
        var names = Path.Split('.')[1..];
        names[..^1].Aggregate((JsonNode)mended, (node, name) => node[name]!)[names[^1]] = Mended!.DeepClone();
        return mended;
    }
}

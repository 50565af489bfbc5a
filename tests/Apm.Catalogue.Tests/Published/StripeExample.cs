using System.Text.Json.Nodes;
using Apm.Testing;

namespace Apm.Catalogue.Tests.Published;

/// <summary>
/// What Stripe publishes. It is not ours to commit: where a copy lies beside the repository, as in CI, it is tested; elsewhere the
/// tests are skipped.
/// </summary>
internal sealed record StripeExample(string Name, JsonObject Json)
{
    public static IReadOnlyList<StripeExample> All { get; } = Read();

    public string Kind => Json["kind"]!.GetValue<string>();

    public string Operation => Json["operation"]!.GetValue<string>();

    public JsonNode? Body => Json["body"];

    public bool IsPayment => Kind == "response" && Body?["object"]?.GetValue<string>() == "payment_intent";

    /// <summary>That of the example; another one if it is of cards, which are not packed.</summary>
    public GeneratedMethod Method => GeneratedTypes.Of("stripe/2026-07-29.dahlia/" + (Json["apm"]?.GetValue<string>() ?? "klarna"));

    /// <summary>Does something to each example of a kind.</summary>
    public static void Each(Func<StripeExample, bool> kind, Action<StripeExample> test)
    {
        Assert.SkipWhen(All.Count == 0, "not run: needs the gateway's published bodies beside the repository");
        var examples = All.Where(kind).ToList();
        Assert.NotEmpty(examples);
        Assert.All(examples, test);
    }

    public override string ToString() => Name;

    private static List<StripeExample> Read()
    {
        var file = Path.Combine(RepositoryFolder.Path, "..", "shared", "domain", "stripe-examples.json");
        return File.Exists(file)
            ? [.. JsonNode.Parse(File.ReadAllText(file))!.AsObject().Select(one => new StripeExample(one.Key, one.Value!.AsObject()))]
            : [];
    }
}

using System.Text.Json.Nodes;
using Apm.Testing;

namespace Apm.Catalogue.Tests.Published;

/// <summary>
/// The bodies that the gateway publishes. They are not ours to commit: where a copy lies beside the repository, as in
/// CI, they are tested; elsewhere the tests are skipped, and <c>dotnet test</c> prints "not run: needs …".
/// </summary>
internal static class PublishedBodies
{
    public static IReadOnlyList<PublishedBody> All { get; } = Read();

    private static List<PublishedBody> Read()
    {
        var file = Path.Combine(RepositoryFolder.Path, "..", "shared", "domain", "worldpay-2024-07-01-examples.json");
        return File.Exists(file)
            ? [.. JsonNode.Parse(File.ReadAllText(file))!.AsObject().Select(body => new PublishedBody(body.Key, body.Value!.AsObject()))]
            : [];
    }

    /// <summary>Does something to each body of a kind.</summary>
    public static void Each(Func<PublishedBody, bool> kind, Action<PublishedBody> test)
    {
        var bodies = All.Where(kind).ToList();
        Assert.SkipWhen(All.Count == 0, "not run: needs the gateway's published bodies beside the repository");
        Assert.NotEmpty(bodies);
        Assert.All(bodies, test);
    }
}

internal sealed record PublishedBody(string Name, JsonObject Json)
{
    public bool IsRequest => Json.ContainsKey("instruction");

    public bool IsAnswer => Json.ContainsKey("paymentId");

    public bool IsError => Json.ContainsKey("errorName");

    /// <summary>Of a refund or a settlement.</summary>
    public bool IsOperation => !IsRequest && !IsAnswer && !IsError;

    /// <summary>Null where the body does not say it.</summary>
    public string? Method => (Json["instruction"] ?? Json["paymentInstrument"])?["method"]?.GetValue<string>();

    public GeneratedMethod Generated(string otherwise = "klarna") => GeneratedTypes.Of("worldpay/2024-07-01/" + (Method ?? otherwise));

    public override string ToString() => Name;
}

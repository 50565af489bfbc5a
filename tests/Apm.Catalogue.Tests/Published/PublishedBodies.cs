using System.Text.Json.Nodes;
using Apm.Testing;

namespace Apm.Catalogue.Tests.Published;

/// <summary>The bodies that Worldpay publishes.</summary>
internal static class PublishedBodies
{
    public static IReadOnlyList<PublishedBody> All { get; } =
        [.. PublishedFile.Read("worldpay-2024-07-01-examples.json").Select(body => new PublishedBody(body.Key, body.Value))];

    /// <summary>Does something to each body of a kind.</summary>
    public static void Each(Func<PublishedBody, bool> kind, Action<PublishedBody> test) => PublishedFile.Each(All, kind, test);
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

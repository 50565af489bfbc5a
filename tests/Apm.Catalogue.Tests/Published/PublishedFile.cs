using System.Text.Json.Nodes;

namespace Apm.Catalogue.Tests.Published;

/// <summary>
/// The bodies that a gateway publishes. They are not ours to commit: where a copy lies beside the repository, as in CI, they are tested;
/// elsewhere the tests are skipped, and <c>dotnet test</c> prints "not run: needs …".
/// </summary>
internal static class PublishedFile
{
    /// <summary>The bodies by name; empty if there is no copy.</summary>
    public static IReadOnlyList<KeyValuePair<string, JsonObject>> Read(string name)
    {
        var file = Path.Combine(RepositoryFolder.Path, "..", "shared", "domain", name);
        return File.Exists(file)
            ? [.. JsonNode.Parse(File.ReadAllText(file))!.AsObject().Select(body => KeyValuePair.Create(body.Key, body.Value!.AsObject()))]
            : [];
    }

    /// <summary>Does something to each body of a kind.</summary>
    public static void Each<T>(IReadOnlyList<T> all, Func<T, bool> kind, Action<T> test)
    {
        var bodies = all.Where(kind).ToList();
        Assert.SkipWhen(all.Count == 0, "not run: needs the gateway's published bodies beside the repository");
        Assert.NotEmpty(bodies);
        Assert.All(bodies, test);
    }
}

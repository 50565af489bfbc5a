using System.Text.Json.Nodes;

namespace Apm.Catalogue.Tests;

/// <summary>
/// What a shop sends, one file for each method: the request for a payment, and the body of each operation that the method
/// offers, null where nothing but the link is sent.
/// </summary>
internal static class Examples
{
    private static readonly string s_folder = Path.Combine(RepositoryFolder.Tests, "Examples");

    public static JsonObject Of(string spec) => JsonNode.Parse(File.ReadAllText(FileOf(spec)))!.AsObject();

    public static string FileOf(string spec) => Path.Combine(s_folder, spec + ".json");

    public static JsonObject Pay(string spec) => Of(spec)["pay"]!.AsObject();

    public static JsonObject? Body(string spec, string operation) => Of(spec)[operation]?.AsObject();

    public static IEnumerable<string> Files => Directory.EnumerateFiles(s_folder, "*.json", SearchOption.AllDirectories);
}

using System.Text.Json;
using Json.Schema;
using YamlDotNet.Serialization;

namespace Apm.Package.Tests;

/// <summary>What an editor marks in a spec, by the schema that the spec's first line names.</summary>
internal static class EditorMarks
{
    private const string Modeline = "# yaml-language-server: $schema=";

    public static IReadOnlyList<string> Of(Consumer shop, string spec)
    {
        var text = shop.Read(spec);
        var first = text[..text.IndexOf('\n', StringComparison.Ordinal)].Trim();
        Assert.StartsWith(Modeline, first, StringComparison.Ordinal);
        var schema = JsonSchema.FromText(
            shop.Read(Path.Combine(Path.GetDirectoryName(spec)!, first[Modeline.Length..])),
            baseUri: new Uri("https://schemas.invalid/" + Guid.NewGuid())
        );
        var result = schema.Evaluate(AsJson(text), new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? [] : [.. result.Details!.Where(detail => detail.Errors is not null).Select(detail => detail.InstanceLocation.ToString())];
    }

    private static JsonElement AsJson(string yaml)
    {
        var value = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(yaml);
        return JsonDocument.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(value)).RootElement;
    }
}

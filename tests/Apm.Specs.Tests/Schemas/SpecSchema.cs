using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Apm.Specs.Tests;

/// <summary>The schemas with which editors check specs.</summary>
internal static class SpecSchema
{
    public const string ApiFile = "specs/schema/api.schema.json";
    public const string MethodFile = "specs/schema/apm.schema.json";

    public const string ExchangeFile = "specs/schema/exchanges.schema.json";

    public static readonly JsonObject Exchanges = JsonNode.Parse(RepositoryFiles.Read(ExchangeFile))!.AsObject();
    public static readonly JsonObject Api = JsonNode.Parse(RepositoryFiles.Read(ApiFile))!.AsObject();
    public static readonly JsonObject Method = JsonNode.Parse(RepositoryFiles.Read(MethodFile))!.AsObject();

    // The API's schema refers to the method's, which is found by its address.
    private static readonly JsonSchema s_methodSchema = Load(MethodFile);
    private static readonly JsonSchema s_apiSchema = Load(ApiFile);
    private static readonly JsonSchema s_exchangeSchema = Load(ExchangeFile);

    /// <summary>What an editor reports; empty where it reports nothing.</summary>
    public static IReadOnlyList<string> Errors(SpecKind kind, SpecNode root) => Errors(Of(kind), root);

    /// <summary>What an editor reports about a file of exchanges.</summary>
    public static IReadOnlyList<string> ErrorsOfExchanges(string text) =>
        Errors(s_exchangeSchema, YamlReader.Read("exchanges/a.yaml", new TextLines(text), [], CancellationToken.None)!);

    public static bool Accepts(SpecKind kind, SpecNode root) => Evaluate(Of(kind), root, OutputFormat.Flag).IsValid;

    private static IReadOnlyList<string> Errors(JsonSchema schema, SpecNode root)
    {
        var results = Evaluate(schema, root, OutputFormat.List);
        return results.IsValid
            ? []
            :
            [
                .. results
                    .Details!.Where(detail => detail.Errors is not null)
                    .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}")),
            ];
    }

    private static JsonSchema Of(SpecKind kind) => kind == SpecKind.Api ? s_apiSchema : s_methodSchema;

    private static EvaluationResults Evaluate(JsonSchema schema, SpecNode root, OutputFormat format) =>
        schema.Evaluate(JsonSerializer.SerializeToElement(CoreSchema.Json(root)), new EvaluationOptions { OutputFormat = format });

    private static JsonSchema Load(string file) =>
        JsonSchema.FromText(RepositoryFiles.Read(file), baseUri: new Uri("https://schemas.invalid/" + Path.GetFileName(file)));
}

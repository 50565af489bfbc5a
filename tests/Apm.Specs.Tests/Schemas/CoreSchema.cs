using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Apm.Specs.Tests;

/// <summary>What an editor makes of a spec: its scalars by the core schema of YAML 1.2.</summary>
internal static partial class CoreSchema
{
    public static JsonNode? Json(SpecNode node) => node switch
    {
        MappingSyntax mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Value, Json(entry.Value)))),
        SequenceSyntax list => new JsonArray([.. list.Items.Select(Json)]),
        ScalarSyntax { IsNull: true } => null,
        ScalarSyntax { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value),
        _ => JsonValue.Create(((ScalarSyntax)node).Value),
    };

    private static JsonValue Plain(string text) => text switch
    {
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ when Number().IsMatch(text) => JsonValue.Create(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(text),
    };

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}

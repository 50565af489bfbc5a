using Apm.Specs;

namespace Apm.SchemaWriter;

// docs/decisions/spec-language.md
/// <summary>The part of the schema that says which keys a field has: <c>definitions/field</c>. The facets contain it.</summary>
internal static class FieldSchema
{
    private const string Start = "    \"field\": {\n";
    private const string End = "\n    },\n";

    /// <summary>The schema with that part written anew.</summary>
    public static string Write(string schema, FacetTable facets)
    {
        var start = schema.IndexOf(Start, StringComparison.Ordinal);
        var end = start < 0 ? -1 : schema.IndexOf(End, start, StringComparison.Ordinal);
        return end < 0
            ? throw new InvalidOperationException("The schema has no definition of a field that begins and ends on lines of its own.")
            : schema[..start] + Definition(facets) + schema[(end + End.Length)..];
    }

    private static string Definition(FacetTable facets) => $$"""
            "field": {
              "type": "object",
              "not": { "required": ["default", "preset"] },
              "additionalProperties": false,
              "properties": {
        {{string.Join(",\n", facets.All.Select(facet => Indent($"\"{facet.Name}\": {facet.Schema}")))}}
              }
            },

        """;

    private static string Indent(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => "        " + line));
}

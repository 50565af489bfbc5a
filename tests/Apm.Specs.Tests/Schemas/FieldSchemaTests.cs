using Apm.SchemaWriter;

namespace Apm.Specs.Tests;

public class FieldSchemaTests
{
    [Fact]
    public void The_schema_has_the_keys_of_fields_as_the_tool_writes_them()
    {
        var schema = RepositoryFiles.Read(SpecSchema.MethodFile).ReplaceLineEndings("\n");

        Assert.True(
            schema == FieldSchema.Write(schema, Facets.Table),
            $"{SpecSchema.MethodFile} differs from the facets. Run: dotnet run --project tests/Apm.SchemaWriter");
    }

    [Fact]
    public void What_is_not_the_definition_of_a_field_stays()
    {
        const string Before = "{\n  \"definitions\": {\n";
        const string After = "    \"fields\": {\n    },\n  }\n}\n";

        var written = FieldSchema.Write(Before + "    \"field\": {\n      \"type\": {\n      },\n    },\n" + After, new FacetTable([Facets.Loggable]));

        Assert.Equal(
            Before + """
                "field": {
                  "type": "object",
                  "not": { "required": ["default", "preset"] },
                  "additionalProperties": false,
                  "properties": {
                    "loggable": { "description": "true: the value may be printed in logs and messages.", "type": "boolean" }
                  }
                },

            """ + After,
            written);
    }

    [Fact]
    public void A_schema_without_the_definition_is_not_written() =>
        Assert.Throws<InvalidOperationException>(() => FieldSchema.Write("{}", Facets.Table));
}

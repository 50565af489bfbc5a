using System.Text.Json.Nodes;
using Apm.SchemaWriter;

namespace Apm.Specs.Tests;

/// <summary>A new key of a field is one class and its place in the table of facets. Every step from the text to the model then knows it.</summary>
public class NewFacetTests
{
    private const string ApiFile = "gateway.api.yaml";
    private const string MethodFile = "wallet.apm.yaml";

    private static readonly ExampleOfFacet s_exampleOf = new();
    private static readonly FacetTable s_facets = new([.. Facets.Table.All, s_exampleOf]);

    [Fact]
    public void It_is_read_with_its_place()
    {
        var (fields, found) = Resolve("id: { type: string, example-of: DE }");

        Assert.Empty(found);
        var read = Assert.Single(fields).Facts.Find(s_exampleOf)!;
        Assert.Equal(("DE", 20, 32), (read.Value, read.Key!.Value.Column, read.Place.Column));
    }

    [Theory]
    [InlineData("id: { type: string, example-of: }", "'example-of' has no value: write how the text begins, such as DE")]
    [InlineData("id: { type: string, exampel-of: DE }", "'exampel-of' is not a key of a field: did you mean 'example-of'?")]
    [InlineData("id: { type: integer, example-of: DE }", "'example-of' applies only to string; this field is of type integer: remove it, or change the type")]
    [InlineData("id: { type: string, example-of: DE, default: FR1 }", "'default' is 'FR1', which this field does not allow: begin with DE")]
    [InlineData("id: { type: string, example-of: DE, preset: FR1 }", "'preset' is 'FR1', which this field does not allow: begin with DE")]
    public void It_has_the_messages_of_every_key(string field, string message) =>
        Assert.Equal(message, Assert.Single(Resolve(field).Found).Message);

    [Fact]
    public void A_key_that_does_not_fit_the_type_is_dropped() =>
        Assert.Null(Resolve("id: { type: integer, example-of: DE }").Fields.Single().Facts.Find(s_exampleOf));

    [Fact]
    public void A_method_takes_it_over()
    {
        var (fields, found) = Resolve("id: { type: string, example-of: DE }", "id: { required: true }");

        Assert.Empty(found);
        Assert.Equal("DE", Assert.Single(fields).Facts.Value(s_exampleOf));
    }

    [Fact]
    public void A_method_narrows_it()
    {
        var (fields, found) = Resolve("id: { type: string, example-of: DE }", "id: { example-of: DE1 }");

        Assert.Empty(found);
        Assert.Equal("DE1", Assert.Single(fields).Facts.Value(s_exampleOf));
    }

    [Fact]
    public void A_method_does_not_widen_it()
    {
        var (fields, found) = Resolve("id: { type: string, example-of: DE }", "id: { example-of: FR }");

        var diagnostic = Assert.Single(found);
        Assert.Equal("FR is no example of DE in gateway.api.yaml, line 2: begin with DE", diagnostic.Message);
        Assert.Equal((MethodFile, ApiFile), (diagnostic.Location.File, diagnostic.Related!.File));
        Assert.Equal("DE", Assert.Single(fields).Facts.Value(s_exampleOf));
    }

    [Fact]
    public void The_model_has_it()
    {
        var (fields, _) = Resolve("id: { type: string, example-of: DE }");

        var money = new MoneyContext(new MoneyFormatModel(MoneyNotation.MinorUnits, "amount", "currency"), default, default, null);
        var root = FieldTree.Build(fields, "wallet", "gateway/1", money, []);

        Assert.Equal("An example of DE.", root.Member("id")!.Summary);
    }

    [Fact]
    public void The_schema_has_it()
    {
        var schema = FieldSchema.Write(RepositoryFiles.Read(SpecSchema.MethodFile).ReplaceLineEndings("\n"), s_facets);

        var key = JsonNode.Parse(schema)!["definitions"]!["field"]!["properties"]!["example-of"]!;
        Assert.Equal("How the text begins.", key["description"]!.ToString());
    }

    [Fact]
    public void The_language_does_not_have_it() => Assert.DoesNotContain("example-of", SpecKeys.Field.Names);

    private static (IReadOnlyList<ResolvedField> Fields, IReadOnlyList<SpecDiagnostic> Found) Resolve(string api, string? method = null)
    {
        var report = new DiagnosticBag(ApiFile);
        var fields = Resolve(ApiFile, api, [], report);
        if (method is null)
        {
            return (fields, report.Found);
        }

        var found = new DiagnosticBag(MethodFile);
        return (Resolve(MethodFile, method, fields, found), found.Found);
    }

    private static List<ResolvedField> Resolve(string file, string field, IReadOnlyList<ResolvedField> known, DiagnosticBag report)
    {
        var isApi = file == ApiFile;
        var vocabulary = new SharedDefinitions();
        var syntax = (MappingSyntax)SpecParser.Parse(file, "#\n" + field + "\n").Root!;
        var declared = new FieldReader(file, isApi, vocabulary, report, s_facets).Read(syntax);
        return new FieldResolver(report, new CurrencyNames([], []), vocabulary, new Narrowing(report), isApi ? "gateway/1" : "wallet", s_facets)
            .Resolve(declared, known);
    }
}


namespace Apm.Specs.Tests;

/// <summary>An editor has nothing to say about a spec with which the reader is content.</summary>
public class AcceptedSpecTests
{
    public static TheoryData<string> Files => [.. KnownSpecs.Files];

    public static TheoryData<int> Examples =>
        [.. Enumerable.Range(0, SpecExamples.OfLanguage.Count).Where(index => SpecExamples.OfLanguage[index].Expected.Count == 0)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_spec_of_this_repository_is_accepted(string file) => Assert.Empty(Errors(KnownSpecs.Parse(file)));

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_right_example_of_the_documentation_is_accepted(int index)
    {
        var example = SpecExamples.OfLanguage[index];
        if (example.IsExchanges)
        {
            Assert.Empty(SpecSchema.ErrorsOfExchanges(example.Yaml));
            return;
        }

        Assert.Empty(Errors(SpecParser.Parse(example.IsApi ? "my-gateway.api.yaml" : "my_wallet.apm.yaml", SpecExamples.Complete(example).Text)));
    }

    [Fact]
    public void Every_shipped_spec_names_its_schema()
    {
        Assert.All(KnownSpecs.Files.Where(file => file.StartsWith("specs/", StringComparison.Ordinal)), file =>
        {
            var schema = file.EndsWith(".api.yaml", StringComparison.Ordinal) ? SpecSchema.ApiFile : SpecSchema.MethodFile;
            var path = Path.GetRelativePath(Path.GetDirectoryName(file)!, schema).Replace('\\', '/');

            Assert.StartsWith($"# yaml-language-server: $schema={path}\n", RepositoryFiles.Read(file), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_shipped_file_of_exchanges_is_accepted_and_names_its_schema() =>
        Assert.All(RepositoryFiles.Below("specs", "*.yaml").Where(ExchangeReader.IsExchangeFile), file =>
        {
            var path = Path.GetRelativePath(Path.GetDirectoryName(file)!, SpecSchema.ExchangeFile).Replace('\\', '/');

            Assert.StartsWith($"# yaml-language-server: $schema={path}\n", RepositoryFiles.Read(file), StringComparison.Ordinal);
            Assert.Empty(SpecSchema.ErrorsOfExchanges(RepositoryFiles.Read(file)));
        });

    private static IReadOnlyList<string> Errors(ParsedSpec spec) => SpecSchema.Errors(spec.Kind, spec.Root!);
}

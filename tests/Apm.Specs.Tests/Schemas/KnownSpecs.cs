namespace Apm.Specs.Tests;

/// <summary>Every spec in this repository, packed or for tests.</summary>
internal static class KnownSpecs
{
    public static readonly IReadOnlyList<string> Files =
    [
        .. RepositoryFiles.Below("specs", "*.yaml").Where(SpecParser.IsSpecFile),
        .. RepositoryFiles.Below("tests/Bazaar", "*.yaml"),
        .. RepositoryFiles.Below("tests/Apm.EndToEnd.Tests/Foreign", "*.yaml").Where(SpecParser.IsSpecFile),
    ];

    private static readonly List<ParsedSpec> s_all = [.. Files.Select(Parse)];

    public static ParsedSpec Parse(string file) => SpecParser.Parse(file, RepositoryFiles.Read(file));

    /// <summary>What is wrong with a spec of these whose syntax was changed.</summary>
    public static IReadOnlyList<SpecDiagnostic> Errors(ParsedSpec spec, MappingSyntax changed)
    {
        var (id, api) = (Identity.OfSyntax(changed).Apm ?? Identity.OfSyntax(changed).Api, Identity.OfSyntax(changed).Api?.Value);
        var text = new ParsedSpec(spec.File, spec.Kind, changed, [])
        {
            Id = id?.Value,
            ApiId = api,
            IdLocation = new SpecLocation(spec.File, id?.Span ?? default),
        };
        var diagnostics =
            spec.Kind == SpecKind.Api
                ? SpecBinder.BindApi(text).Diagnostics
                : SpecBinder.BindMethod(text, s_all.SingleOrDefault(other => other.Kind == SpecKind.Api && other.Id == api)).Diagnostics;
        return [.. diagnostics.Where(diagnostic => diagnostic.Rule.Severity == SpecSeverity.Error)];
    }
}

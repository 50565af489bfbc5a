using System.Text.RegularExpressions;
using Apm.Generators;
using Apm.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Apm.Analyzers.Tests.Documentation;

/// <summary>Descriptors, pages, tables and release tracking say the same of every rule.</summary>
public class RulePagesTests
{
    private static readonly Rule[] s_specErrors =
    [
        .. SpecDescriptors.All.Where(rule => rule.Severity == SpecSeverity.Error).Select(rule => new Rule(rule.Id, rule.Title, "Apm.Specs", "Error")),
    ];
    private static readonly Rule[] s_advice = [.. new SpecAdviceAnalyzer().SupportedDiagnostics.Select(Rule.Of)];
    private static readonly Rule[] s_usage = [.. new UsageAnalyzer().SupportedDiagnostics.Select(Rule.Of)];
    private static readonly Rule[] s_specs = [.. s_specErrors.Concat(s_advice).OrderBy(rule => rule.Id, StringComparer.Ordinal)];
    private static readonly Rule[] s_all = [.. s_specs, .. s_usage];

    [Fact]
    public void Every_rule_has_a_page_that_begins_with_its_title_and_leads_to_the_index() => Assert.Equal(
        s_all.Select(rule => (rule.Id, $"# {rule.Id}: {rule.Title}", "[All rules, and how to configure one](README.md)")),
        RulePages.All.Select(page => (page.Id, page.Text.Split('\n')[0], page.Text.TrimEnd().Split('\n')[^1])));

    [Fact]
    public void No_page_is_longer_than_a_screen() => Assert.All(RulePages.All, page => Assert.InRange(page.Text.Count(c => c == '\n'), 5, 50));

    [Fact]
    public void The_index_lists_every_rule() => Assert.Equal(
        s_all.Select(rule => (Link(rule, ""), rule.Title, rule.Severity.ToLowerInvariant())),
        RulePages.Rows(RulePages.Index).Select(cells => (cells[0], cells[1], cells[2])));

    [Fact]
    public void The_page_of_the_spec_language_lists_the_rules_on_specs() => Assert.Equal(
        s_specs.Select(rule => (Link(rule, "rules/"), rule.Title)),
        RulePages.Rows(RulePages.Read("docs/spec-language.md")).Select(cells => (cells[0], cells[1])));

    [Fact]
    public void Errors_in_specs_are_tracked_with_the_generator_and_all_else_with_the_analyzers()
    {
        Assert.Equal(s_specErrors, Tracked("Apm.Generators"));
        Assert.Equal([.. s_advice, .. s_usage], Tracked("Apm.Analyzers"));
    }

    /// <summary>A rule that a mode does not list would keep its default severity in this mode.</summary>
    [Theory]
    [InlineData("off")]
    [InlineData("recommended")]
    [InlineData("strict")]
    public void Every_analysis_mode_lists_every_rule_that_can_be_configured(string mode) => Assert.Equal(
        s_advice.Concat(s_usage).Select(rule => rule.Id),
        Severities(mode).Select(severity => severity.Id));

    [Fact]
    public void The_recommended_mode_has_the_default_severities() => Assert.Equal(
        s_advice.Concat(s_usage).Select(rule => (rule.Id, rule.Severity == "Info" ? "suggestion" : rule.Severity.ToLowerInvariant())),
        Severities("recommended"));

    [Fact]
    public void A_description_is_the_beginning_of_the_page()
    {
        var descriptions = SpecDescriptors.All.Select(rule => (rule.Id, rule.Description))
            .Concat(new UsageAnalyzer().SupportedDiagnostics.Select(rule => (rule.Id, Description: Text(rule.Description))));

        Assert.All(descriptions, rule =>
        {
            var page = RulePages.All.Single(page => page.Id == rule.Id).Text;
            Assert.StartsWith(rule.Description + " ", PlainText(page.Split("\n\n")[1]) + " ", StringComparison.Ordinal);
            Assert.EndsWith(".", rule.Description, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Help_links_lead_to_the_pages()
    {
        var specs = SpecFiles.Own("mine.apm.yaml", "nmae: x");
        var compilation = CSharpCompilation.Create(
            "Specs",
            references: References.All,
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var reported = CSharpGeneratorDriver
            .Create([new ApmGenerator().AsSourceGenerator()], specs, optionsProvider: SpecFiles.OptionsWithPages)
            .RunGenerators(compilation)
            .GetRunResult()
            .Diagnostics;

        var settings = new AnalyzerOptions(SpecFiles.AlipayHk, SpecFiles.OptionsWithPages);
        var shop = Shop.Compilation("Shop", [Shop.Tree(Shop.Usings), Shop.Tree(Shop.Method("Use(new Money(1, \"HDK\"));"))], withSpecs: true);
        var usage = await Shop.AnalyzeAsync(shop, settings);
        var advice = await shop.WithAnalyzers([new SpecAdviceAnalyzer()], settings).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        var descriptors = reported.Concat(usage).Concat(advice).Select(diagnostic => diagnostic.Descriptor).ToList();
        Assert.Superset(new HashSet<string> { "APM0002", "APM0014", "APM1011" }, descriptors.Select(descriptor => descriptor.Id).ToHashSet());
        Assert.All(descriptors, descriptor =>
        {
            var page = new Uri(descriptor.HelpLinkUri, UriKind.Absolute);
            Assert.Equal((descriptor.Id + ".md", true), (Path.GetFileName(page.LocalPath), File.Exists(page.LocalPath)));
            Assert.NotEmpty(Text(descriptor.Description));
        });
    }

    /// <summary>Where nothing states a folder, there is no link that leads nowhere.</summary>
    [Fact]
    public void A_rule_without_an_address_of_its_page_has_no_link() => Assert.All(
        new SpecAdviceAnalyzer().SupportedDiagnostics.Concat(new UsageAnalyzer().SupportedDiagnostics),
        descriptor => Assert.True(descriptor.HelpLinkUri.Length == 0 || Uri.IsWellFormedUriString(descriptor.HelpLinkUri, UriKind.Absolute)));

    private static IEnumerable<(string Id, string Severity)> Severities(string mode) =>
        Regex
            .Matches(
                RulePages.Read($"src/Apm.Generators/config/{mode}.globalconfig"),
                @"^dotnet_diagnostic\.(\w+)\.severity = (\w+)\r?$",
                RegexOptions.Multiline)
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    private static string Text(LocalizableString text) => text.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // Without line breaks, links and marks of code.
    private static string PlainText(string paragraph) => Regex.Replace(paragraph.Replace('\n', ' '), @"\[([^\]]*)\]\([^)]*\)", "$1").Replace("`", "");

    private static string Link(Rule rule, string folder) => $"[{rule.Id}]({folder}{rule.Id}.md)";

    private static IEnumerable<Rule> Tracked(string project) => new[] { "Shipped", "Unshipped" }
        .SelectMany(file => RulePages.Read($"src/{project}/AnalyzerReleases.{file}.md").Split('\n'))
        .Where(line => Regex.IsMatch(line, "^APM[0-9]{4} "))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Select(cells => new Rule(cells[0], cells[3], cells[1], cells[2]));

    private sealed record Rule(string Id, string Title, string Category, string Severity)
    {
        public static Rule Of(DiagnosticDescriptor descriptor) =>
            new(
                descriptor.Id,
                descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture),
                descriptor.Category,
                descriptor.DefaultSeverity.ToString());
    }
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Apm.Analyzers.Tests.Documentation;

/// <summary>The C# on the pages of the rules APM1xxx, compiled with what the generator makes of the spec on their index.</summary>
public partial class UsageExampleTests
{
    // What the index says that the examples have at hand.
    private const string AtHand = """
        global using static Shop.Apms.AtHand;
        namespace Shop.Apms;
        public static class AtHand
        {
            public static HarbourPayPaymentRequest request { get; set; } = null!;
            public static HarbourPayInstruction instruction { get; set; } = null!;
            public static HarbourPayPaymentInstrument instrument { get; set; } = null!;
            public static string number { get; set; } = "";
        }
        """;

    private static readonly Lazy<ImmutableArray<SyntaxTree>> s_shared = new(() =>
        [
            Shop.Tree(Shop.Usings),
            Shop.Tree(AtHand, "AtHand.cs"),
            .. Shop.Generate(SpecFiles.Own("harbour_pay.apm.yaml", Assert.Single(RulePages.Blocks(RulePages.Index, "yaml")))),
        ]);

    public static TheoryData<string> Rules => [.. new UsageAnalyzer().SupportedDiagnostics.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_page_shows_its_rule_and_no_other_and_then_right_code(string rule)
    {
        var programs = RulePages.Blocks(Page(rule), "csharp").ToList();

        foreach (var program in programs)
        {
            Assert.All(Stated(program), stated => Assert.Equal(rule, stated.Id));
            Assert.Equal(Stated(program).Select(stated => (stated.Line, stated.Id)), (await AnalyzeAsync(program)).Select(found => (found.Line, found.Id)));
        }

        Assert.NotEmpty(Stated(programs[0]));
        Assert.Empty(Stated(programs[^1]));
    }

    [Theory]
    [InlineData("APM1009")]
    [InlineData("APM1010")]
    [InlineData("APM1016")]
    public void What_a_page_shows_of_a_description_is_of_the_one_on_the_index(string rule) =>
        Assert.Contains(
            Assert.Single(RulePages.Blocks(Page(rule), "yaml")),
            Assert.Single(RulePages.Blocks(RulePages.Index, "yaml")),
            StringComparison.Ordinal);

    private static async Task<IEnumerable<(int Line, string Id)>> AnalyzeAsync(string program)
    {
        var compilation = Shop.Compilation("Page", [Shop.Tree(program, "Page.cs"), .. s_shared.Value], withSpecs: false);
        compilation = compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication));
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        var found = (await Shop.AnalyzeAsync(compilation))
            .Select(diagnostic => (diagnostic.Location.GetLineSpan().StartLinePosition.Line, diagnostic.Id, Message: Text(diagnostic)))
            .Order()
            .ToList();

        Assert.All(Stated(program), stated =>
            Assert.Contains(found, diagnostic => diagnostic.Line == stated.Line && diagnostic.Message.Contains(stated.Words, StringComparison.Ordinal)));
        return found.Select(diagnostic => (diagnostic.Line, diagnostic.Id));
    }

    private static string Page(string rule) => RulePages.All.Single(page => page.Id == rule).Text;

    /// <summary>By line, from 0: the id in a comment, and words of the message.</summary>
    private static IEnumerable<(int Line, string Id, string Words)> Stated(string code) => code.Split('\n')
        .SelectMany((line, index) => Comment().Matches(line).Select(match => (index, match.Groups["id"].Value, match.Groups["words"].Value)));

    private static string Text(Diagnostic diagnostic) => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"// (?<id>APM\d{4}): (?<words>.*)$")]
    private static partial Regex Comment();
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Apm.Analyzers.Tests;

public class SpecAdviceTests
{
    [Fact]
    public async Task What_a_merchants_own_file_replaces_gets_no_advice()
    {
        var mine = SpecFiles.Own("mine.apm.yaml", "extends: worldpay/2023-06-01/alipay_hk\ncurrencies: [HKD]\n")[1];

        Assert.Equal(["APM0014", "APM0021"], Sorted(await AdviceAsync(SpecFiles.AlipayHk)));
        Assert.Equal(["APM0021"], await AdviceAsync([.. SpecFiles.AlipayHk, mine]));
    }

    [Fact]
    public async Task A_method_that_is_available_in_another_packed_version_is_reported_with_it()
    {
        var newer = SpecFiles.Newer;
        var options = SpecFiles.PackedOptions(new()
        {
            [newer[0]] = "worldpay/2024-07-01",
            [newer[1]] = "worldpay/2024-07-01/alipay_hk.apm",
        });

        var found = Assert.Single(await DiagnosticsAsync([.. SpecFiles.AlipayHk, .. newer], options), found => found.Id == "APM0021");

        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.Equal("worldpay/2023-06-01/alipay_hk.apm.yaml", found.Location.GetLineSpan().Path);
        Assert.EndsWith(
            "use worldpay/2024-07-01/alipay_hk, where the method is available",
            found.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status: pilot", true)]
    [InlineData("status: pilot # suppress APM0021: we take part", false)]
    [InlineData("status: available", false)]
    public async Task The_status_of_an_own_file_is_advice(string status, bool isTold) =>
        Assert.Equal(
            isTold ? ["APM0014", "APM0021"] : ["APM0014"],
            Sorted(await AdviceAsync(SpecFiles.Own("mine.apm.yaml", Mine.Replace("status: available", status, StringComparison.Ordinal)))));

    [Theory]
    [InlineData("limits:", true)]
    [InlineData("limits:                                   # suppress APM0014: the contract names none", false)]
    [InlineData("limits: # suppress APM0009, APM0014: the contract names none", false)]
    [InlineData("# suppress APM0014: the contract names none\nlimits:", false)]
    [InlineData("limits: # suppress APM0009: the contract names none", true)]
    [InlineData("# suppress APM0009: the contract names none\nlimits:", true)]
    [InlineData("# APM0014 is known\nlimits:", true)]
    [InlineData("countries: [HK] # suppress APM0014: of another line\nlimits:", true)]
    [InlineData("limits:\n  # suppress APM0014: below it", true)]
    public async Task A_comment_at_the_place_or_alone_above_it_suppresses_what_it_names(string limits, bool isTold) =>
        Assert.Equal(isTold ? ["APM0014"] : [], await AdviceAsync(SpecFiles.Own("mine.apm.yaml", Mine.Replace("limits:", limits, StringComparison.Ordinal))));

    [Theory]
    [InlineData("instruction.narative.line1: { type: string }", "APM0018")]
    [InlineData("instruction.narative.line1: { type: string } # suppress APM0018: the gateway has both", null)]
    [InlineData("instruction.paymentInstrument.floor: { type: string, summary: Floor #1 of two\n    }", "APM0020")]
    public async Task A_warning_of_the_reader_is_advice(string field, string? rule)
    {
        var mine = Mine.Replace("  HKD: { max: 100 }", "  each: { max: 100 }", StringComparison.Ordinal).TrimEnd() + "\n  " + field + "\n";

        Assert.Equal(rule is null ? [] : [rule], await AdviceAsync(SpecFiles.Own("mine.apm.yaml", mine)));
    }

    [Theory]
    [InlineData("worldpay/2023-06-01", "worldpay/2023-06-01/alipay_hk.apm", true)]
    [InlineData("worldpay\\2023-06-01\\", "worldpay\\2023-06-01\\alipay_hk.apm", true)]
    [InlineData("worldpay/2023-06-01", "worldpay/2023-06-01/klarna.apm", false)]
    [InlineData("worldpay/2024-07-01", "worldpay/2023-06-01/alipay_hk.apm", false)]
    public async Task What_comes_with_the_package_is_found_by_its_id_and_gets_no_advice(string api, string method, bool isFound)
    {
        var mine = SpecFiles.Own("mine.apm.yaml", "extends: worldpay/2023-06-01/alipay_hk\ncurrencies: [HKD]\n")[1];
        var options = SpecFiles.PackedOptions(new() { [SpecFiles.AlipayHk[0]] = api, [SpecFiles.AlipayHk[1]] = method });

        // The limit in HKD is that of the method that it extends.
        Assert.Equal(isFound ? ["APM0021"] : ["APM0014"], await AdviceAsync([.. SpecFiles.AlipayHk, mine], options));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_gets_no_advice() =>
        Assert.Equal(["APM0014", "APM0021"], Sorted(await AdviceAsync([.. SpecFiles.AlipayHk, new Unreadable()])));

    private const string Mine = """
        apm: mine
        name: Mine
        api: worldpay/2023-06-01
        status: available
        source: { url: https://mine.example }
        currencies: [HKD, EUR]
        limits:
          HKD: { max: 100 }
        capabilities: [sale]
        fields:
          instruction.paymentInstrument.successURL: { type: url, required: true }

        """;

    private static IEnumerable<string> Sorted(IEnumerable<string> ids) => ids.Order(StringComparer.Ordinal);

    private static async Task<IEnumerable<string>> AdviceAsync(ImmutableArray<AdditionalText> specs, AnalyzerConfigOptionsProvider? options = null) =>
        (await DiagnosticsAsync(specs, options)).Select(diagnostic => diagnostic.Id);

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(ImmutableArray<AdditionalText> specs, AnalyzerConfigOptionsProvider? options)
    {
        var compilation = CSharpCompilation.Create(
            "Shop",
            references: References.All,
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return await compilation
            .WithAnalyzers([new SpecAdviceAnalyzer()], new AnalyzerOptions(specs, options ?? SpecFiles.Options))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Unreadable : AdditionalText
    {
        public override string Path => "unreadable.apm.yaml";

        public override Microsoft.CodeAnalysis.Text.SourceText? GetText(CancellationToken cancellationToken = default) => null;
    }
}

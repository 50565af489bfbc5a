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

        Assert.Equal(["APM0014"], await AdviceAsync(SpecFiles.AlipayHk));
        Assert.Empty(await AdviceAsync([.. SpecFiles.AlipayHk, mine]));
    }

    private static async Task<IEnumerable<string>> AdviceAsync(ImmutableArray<AdditionalText> specs)
    {
        var compilation = CSharpCompilation.Create("Shop", references: References.All, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var advice = await compilation.WithAnalyzers([new SpecAdviceAnalyzer()], new AnalyzerOptions(specs, SpecFiles.Options)).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return advice.Select(diagnostic => diagnostic.Id);
    }
}

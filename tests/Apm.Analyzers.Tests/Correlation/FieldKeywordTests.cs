using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Apm.Analyzers.Tests.Correlation;

/// <summary>The keyword <c>field</c> is part of C# 14. The tests of older compilers leave this file out.</summary>
public class FieldKeywordTests
{
    [Theory]
    [InlineData("get => field ?? \"USD\"; } = \"HKD\";", "new Plan().Code", 0)]
    [InlineData("get => field ?? \"HKD\"; } = \"USD\";", "new Plan().Code", 1)]
    [InlineData("get => field ?? \"USD\"; init; } = \"HKD\";", "plan.Code", 0)]
    [InlineData("get => field ?? \"USD\"; set; }", "new Plan { Code = \"HKD\" }.Code", 0)]
    [InlineData("get => field ?? \"EUR\"; set; }", "new Plan { Code = \"USD\" }.Code", 1)]
    public async Task A_default_of_a_property_is_used_only_if_nothing_was_set(string accessors, string code, int count)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var compilation = Shop.Compilation(
            "Shop",
            [
                CSharpSyntaxTree.ParseText(Shop.Usings, options),
                CSharpSyntaxTree.ParseText(
                    $$"""
                    public sealed class Plan { public string Code { {{accessors}} }

                    public static class Till
                    {
                        public static AlipayHkInstruction Sell(AlipayHkInstruction order, Plan plan) => order with { Value = new(5, {{code}}) };
                    }
                    """,
                    options),
            ],
            withSpecs: false).AddReferences(Shop.CompiledContracts);
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);

        Assert.Equal(count, (await Shop.AnalyzeAsync(compilation)).Count(diagnostic => diagnostic.Id == "APM1001"));
    }
}

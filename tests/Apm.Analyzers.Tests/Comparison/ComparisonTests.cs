using System.Text;
using Apm.Analyzers.Tests.Forms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Apm.Analyzers.Tests.Comparison;

public class ComparisonTests
{
    private const string Begin = "<!-- measured by ComparisonTests -->\n";
    private const string End = "<!-- end -->\n";

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using Amazon.DynamoDBv2.Model;
        """;

    private static readonly string s_page = Path.Combine(SpecFiles.Repository, "docs", "comparison.md");

    [Fact]
    public async Task The_page_has_the_table_that_was_measured()
    {
        var table = Table([.. await OursAsync(), .. await TheirsAsync()]);

        var page = (await File.ReadAllTextAsync(s_page)).ReplaceLineEndings("\n");
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        if (page[begin..end] != table)
        {
            await File.WriteAllTextAsync(s_page, page[..begin] + table + page[end..]);
            Assert.Fail($"docs/comparison.md said something else than was measured. It has been brought up to date; read the difference.\n{table}");
        }
    }

    private static Task<Column[]> OursAsync() => Column.MeasureAsync(
        Mistakes.All.Select(mistake => (mistake.Rule, mistake)).ToArray(),
        trees => Shop.Compilation("Shop", [.. trees, Shop.Tree(Shop.Usings + Mistakes.VoucherCode)], withSpecs: true),
        compilation => compilation.WithAnalyzers([new UsageAnalyzer()]));

    private static Task<Column[]> TheirsAsync() =>
        Column.MeasureAsync(
            [("AWS, integer maximum", AwsSdk.Maximum), ("AWS, text length", AwsSdk.Length), ("AWS, text pattern", AwsSdk.Pattern)],
            trees =>
                CSharpCompilation.Create(
                    "Shop",
                    [.. trees, Shop.Tree(Usings)],
                    AwsSdk.References,
                    new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)),
            compilation => compilation.WithAnalyzers(AwsSdk.Analyzers()));

    private static string Table(Column[] columns)
    {
        var table = new StringBuilder();
        Row("form", columns.Select(column => column.Title));
        Row("---", columns.Select(_ => "---"));
        foreach (var form in Form.All)
        {
            Row(form.Name, columns.Select(column => column.Verdict(form)));
        }

        Row("reported", columns.Select(Reported));
        return table.ToString();

        static string Reported(Column column)
        {
            var reported = Form.All.Count(form => column.Verdict(form).StartsWith("reported", StringComparison.Ordinal));
            return $"{reported} of {Form.All.Count(form => form.IsFor(column.Mistake))}";
        }

        void Row(string first, IEnumerable<string> cells) => table.Append($"| {string.Join(" | ", cells.Prepend(first))} |\n");
    }
}

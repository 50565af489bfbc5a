using Apm.Analyzers.Tests.Forms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Apm.Analyzers.Tests.Comparison;

/// <summary>A rule, and the files in which it reported something.</summary>
internal sealed record Column(string Title, Mistake Mistake, IReadOnlySet<string> Reported)
{
    /// <summary>Compiles every form with every mistake and its right twin, each in a file of its own, and runs analyzers on them.</summary>
    public static async Task<Column[]> MeasureAsync(
        (string Title, Mistake Mistake)[] rules,
        Func<IEnumerable<SyntaxTree>, Compilation> compile,
        Func<Compilation, CompilationWithAnalyzers> analyze)
    {
        var files =
            from rule in rules
            from form in Form.All
            where form.IsFor(rule.Mistake)
            from isWrong in (bool[])[true, false]
            select (rule.Mistake, form, isWrong);
        var compilation = compile(
            files.Select(
                (file, index) =>
                    Shop.Tree(
                        $"namespace File{index} {{ {Markup.Parse(file.form.Write(file.Mistake, file.isWrong)).Code} }}",
                        Name(file.form, file.Mistake, file.isWrong))));
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        var found = await analyze(compilation).GetAnalyzerDiagnosticsAsync();
        var reported = found.Where(diagnostic => diagnostic.Location.IsInSource).Select(diagnostic => diagnostic.Location.SourceTree!.FilePath).ToHashSet();
        return rules.Select(rule => new Column(rule.Title, rule.Mistake, reported)).ToArray();
    }

    public string Verdict(Form form) => !form.IsFor(Mistake) ? "–" : (Reports(form, isWrong: true), Reports(form, isWrong: false)) switch
    {
        (true, false) => "reported",
        (false, false) => "missed",
        (true, true) => "reported, and its twin",
        (false, true) => "only its twin",
    };

    private bool Reports(Form form, bool isWrong) => Reported.Contains(Name(form, Mistake, isWrong));

    private static string Name(Form form, Mistake mistake, bool isWrong) => $"{form.Name} {mistake.Rule} {isWrong}.cs";
}

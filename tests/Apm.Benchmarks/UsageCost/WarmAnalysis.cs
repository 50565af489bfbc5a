using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Apm.Benchmarks.UsageCost;

/// <summary>Analyzes code several times in this process, so that nothing is compiled just in time, on one thread.</summary>
internal sealed class WarmAnalysis(IEnumerable<string> generatedFiles, string analyzers)
{
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp12);

    private static readonly CSharpCompilationOptions s_compilation =
        new(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "Apm.Runtime.dll" or "mscorlib.dll" or "netstandard.dll" || IsFramework(Path.GetFileName(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly SyntaxTree[] _generated =
    [
        Tree("Usings.g.cs", "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;"
            + "global using System.Threading; global using System.Threading.Tasks; global using Apm; global using Benchmark.Apms;"),
        .. generatedFiles.Select(file => Tree(Path.GetFileName(file), File.ReadAllText(file))),
    ];

    /// <param name="title">What is printed.</param>
    /// <param name="code">The code, without what is generated.</param>
    /// <param name="isBroken">Whether the references to collections, LINQ and text are missing, so that much of the code does not bind.</param>
    /// <param name="runs">How many times the code is analyzed. The first run is not counted.</param>
    public WarmCost Measure(string title, IEnumerable<(string Name, string Text)> code, bool isBroken, int runs)
    {
        SyntaxTree[] trees = [.. code.Select(file => Tree(file.Name, file.Text)), .. _generated];
        var references = isBroken ? s_references.Where(reference => !IsMissing(reference)) : s_references;
        var analyzer = new AnalyzerFileReference(analyzers, new Loader()).GetAnalyzers(LanguageNames.CSharp)
            .Single(analyzer => analyzer.GetType().Name == "UsageAnalyzer");
        var analysis = new List<double>();
        var compiler = new List<double>();
        for (var run = 0; run <= runs; run++)
        {
            var compilation = CSharpCompilation.Create(
                "Benchmark",
                trees,
                references,
                s_compilation);
            var watch = Stopwatch.StartNew();
            var error = compilation.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            var elapsed = watch.Elapsed.TotalMilliseconds;
            if (error is null == isBroken)
            {
                throw new InvalidOperationException($"{title}: {error?.ToString() ?? "there is no error"}");
            }

            var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
            var driver = compilation.WithAnalyzers([analyzer], options);
            driver.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
            var telemetry = driver.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult();
            if (run > 0)
            {
                analysis.Add(telemetry.ExecutionTime.TotalMilliseconds);
                compiler.Add(elapsed);
            }
        }

        return new WarmCost(title, analysis.Order().ElementAt(runs / 2), compiler.Order().ElementAt(runs / 2));
    }

    private static bool IsFramework(string name) =>
        name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);

    private static bool IsMissing(MetadataReference reference) =>
        Path.GetFileName(reference.Display) is "System.Collections.dll" or "System.Linq.dll" or "System.Runtime.Extensions.dll";

    private static SyntaxTree Tree(string path, string text) => CSharpSyntaxTree.ParseText(text, s_options, path, System.Text.Encoding.UTF8);

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        // Finds the assemblies beside it.
        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}

/// <summary>Milliseconds of one analysis in a warm process.</summary>
/// <param name="Title">What was analyzed.</param>
/// <param name="Analyzer">Of the usage analyzer, as the compiler reports them.</param>
/// <param name="Compiler">Of the compiler, to bind everything and to report its own diagnostics.</param>
internal sealed record WarmCost(string Title, double Analyzer, double Compiler)
{
    public double Share => Analyzer / (Analyzer + Compiler);
}

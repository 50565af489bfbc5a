using System.Collections.Concurrent;
using System.Collections.Immutable;
using Apm.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Apm.Analyzers.Tests;

/// <summary>Code of a shop, compiled with what the generator makes of the shipped AlipayHK, and analysed.</summary>
internal static class Shop
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using Apm;
        global using Shop.Apms;
        """;

    private static readonly Lazy<ImmutableArray<SyntaxTree>> s_generated = new(() => Generate(SpecFiles.AlipayHk));
    private static readonly Lazy<MetadataReference> s_contracts = new(() => Emit(Compilation("Contracts", [Tree(Usings)], withSpecs: true)));

    /// <summary>The generated code, as an assembly.</summary>
    public static MetadataReference CompiledContracts => s_contracts.Value;

    /// <summary>Checks that exactly the marked places are reported, on errors and warnings of ours alone.</summary>
    public static async Task<ImmutableArray<Diagnostic>> CheckAsync(string markup, bool isCompiled = true, bool isProgram = false)
    {
        var (code, marks) = Markup.Parse(markup);
        var compilation = Compilation("Shop", [Tree(Usings), Tree(code, "Shop.cs")], withSpecs: true);
        compilation = isProgram ? compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)) : compilation;
        return await CheckAsync(compilation, code, marks, isCompiled);
    }

    /// <summary>The same, with the generated code in another assembly.</summary>
    public static async Task<ImmutableArray<Diagnostic>> CheckAcrossAsync(string markup, params MetadataReference[] references)
    {
        var (code, marks) = Markup.Parse(markup);
        var compilation = Compilation("Shop", [Tree(Usings), Tree(code, "Shop.cs")], withSpecs: false).AddReferences([s_contracts.Value, .. references]);
        return await CheckAsync(compilation, code, marks, isCompiled: true);
    }

    /// <summary>Another project of the shop, as a compiled package.</summary>
    public static MetadataReference Library(string code) =>
        Emit(Compilation("Library", [Tree(Usings), Tree(code, "Library.cs")], withSpecs: false).AddReferences(s_contracts.Value));

    /// <summary>A statement in a method of a shop, with an order at hand.</summary>
    public static string Method(string statements, string members = "") => $$"""
        public static class Till
        {
            public static AlipayHkInstruction Instruction { get; set; } = null!;

            public static void Sell(bool flag, int number, decimal price, string text, string? other, Order order)
            {
                {{statements}}
            }

            {{members}}

            private static T Use<T>(T value) => value;

            private static string Ask() => Console.ReadLine()!;
        }

        public sealed record Order(string Code, decimal Price)
        {
            public string Status { get; set; } = "";

            public string Id { get; init; } = "";
        }
        """;

    public static CSharpCompilation Compilation(string name, IEnumerable<SyntaxTree> trees, bool withSpecs) => CSharpCompilation.Create(
        name,
        withSpecs ? trees.Concat(s_generated.Value) : trees,
        References.All,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static SyntaxTree Tree(string code, string path = "Usings.cs") => CSharpSyntaxTree.ParseText(code, ParseOptions, path, System.Text.Encoding.UTF8);

    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(
        Compilation compilation,
        AnalyzerOptions? settings = null,
        AnalysisCounts? counts = null)
    {
        // What the callback throws, Roslyn ignores.
        var thrown = new ConcurrentQueue<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            settings ?? new AnalyzerOptions([]),
            (exception, _, _) => thrown.Enqueue(exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers([new UsageAnalyzer(counts ?? new AnalysisCounts())], options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(thrown);
        return found;
    }

    private static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp12);

    private static async Task<ImmutableArray<Diagnostic>> CheckAsync(
        Compilation compilation,
        string code,
        IReadOnlyList<(string Id, TextSpan Span)> marks,
        bool isCompiled)
    {
        if (isCompiled)
        {
            var written = compilation.SyntaxTrees.Single(tree => tree.FilePath == "Shop.cs");
            Assert.DoesNotContain(compilation.GetSemanticModel(written).GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        }

        var found = await AnalyzeAsync(compilation);
        Assert.Equal(
            marks
                .OrderBy(mark => mark.Span)
                .ThenBy(mark => mark.Id)
                .Select(mark => $"{mark.Id} at {code[..mark.Span.Start].Count(c => c == '\n') + 1}: {Text(code, mark.Span)}"),
            found
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan)
                .ThenBy(diagnostic => diagnostic.Id)
                .Select(diagnostic =>
                    $"{diagnostic.Id} at {diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}: {Text(code, diagnostic.Location.SourceSpan)}"));
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceSpan)];
    }

    private static string Text(string code, TextSpan span) => code.Substring(span.Start, span.Length);

    public static ImmutableArray<SyntaxTree> Generate(ImmutableArray<AdditionalText> specs)
    {
        var driver = CSharpGeneratorDriver.Create([new ApmGenerator().AsSourceGenerator()], specs, ParseOptions, SpecFiles.Options);
        var compilation = CSharpCompilation.Create(
            "Specs",
            references: References.All,
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var result = driver.RunGenerators(compilation).GetRunResult();
        Assert.All(result.Results, each => Assert.Null(each.Exception));
        return result.GeneratedTrees;
    }

    private static MetadataReference Emit(CSharpCompilation compilation)
    {
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(assembly.ToArray());
    }
}

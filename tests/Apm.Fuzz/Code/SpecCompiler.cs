using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Apm.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Apm.Fuzz.Code;

/// <param name="Namespace">Of the code that is made from it.</param>
internal sealed record SpecFile(string Path, string Text, string Namespace);

/// <summary>The whole generator in memory, and the compiler on what it makes.</summary>
internal static class SpecCompiler
{
    // What the oldest supported SDK has.
    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.CSharp12, DocumentationMode.Parse);

    private static readonly CSharpCompilation s_shop = CSharpCompilation.Create(
        "Shop",
        references: References(),
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <param name="files">The specs.</param>
    /// <param name="isEmitted">Metadata is written, too, which takes longer and has limits of its own.</param>
    /// <exception cref="InvalidOperationException">The generator has thrown.</exception>
    public static CompiledSpecs Compile(IReadOnlyList<SpecFile> files, bool isEmitted = true)
    {
        var texts = files.ToDictionary(file => (AdditionalText)new YamlFile(file.Path, file.Text), file => file.Namespace);
        var driver = CSharpGeneratorDriver.Create([new ApmGenerator().AsSourceGenerator()], texts.Keys, s_parseOptions, new Options(texts))
            .RunGeneratorsAndUpdateCompilation(s_shop, out var output, out _);
        var result = driver.GetRunResult().Results.Single();
        if (result.Exception is { } thrown)
        {
            throw new InvalidOperationException(thrown.ToString(), thrown);
        }

        using var image = new MemoryStream();
        var emitted = isEmitted ? output.Emit(image) : null;
        return new CompiledSpecs(
            [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)],
            [.. (emitted?.Diagnostics ?? output.GetDiagnostics()).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)],
            emitted is { Success: true } ? image.ToArray() : null);
    }

    private static ImmutableArray<MetadataReference> References() =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path =>
                    Path.GetFileName(path) is var name
                    && (
                        name.StartsWith("System.", StringComparison.Ordinal)
                        || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
                        || name is "netstandard.dll" or "mscorlib.dll"))
                .Append(typeof(Money).Assembly.Location)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];

    private sealed class YamlFile(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Options(Dictionary<AdditionalText, string> files) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(new Dictionary<string, string>
        {
            ["build_metadata.AdditionalFiles.ApmRole"] = "spec",
            ["build_metadata.AdditionalFiles.Namespace"] = files[textFile],
        });
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}

/// <param name="SpecErrors">What the generator says of the specs.</param>
/// <param name="CompilerReports">What the compiler says of the code: errors and warnings.</param>
/// <param name="Image">The assembly; null where it is not asked for, or does not compile.</param>
internal sealed record CompiledSpecs(IReadOnlyList<Diagnostic> SpecErrors, IReadOnlyList<Diagnostic> CompilerReports, byte[]? Image);

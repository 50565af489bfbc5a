using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Apm.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Apm.Generators.Tests;

/// <summary>What one run of the generator made, and what the compiler says of it.</summary>
internal sealed class GeneratorRun(GeneratorRunResult result, CSharpCompilation compilation)
{
    /// <summary>The shop with what was generated, which keeps to the nullability that it declares.</summary>
    public CSharpCompilation Compilation { get; } =
        result.GeneratedSources.Aggregate(compilation, (all, source) => all.ReplaceSyntaxTree(source.SyntaxTree, Warned(source.SyntaxTree)));

    /// <summary>What spares a shop's build the analysis of nullability in generated code.</summary>
    public const string Unwarned = "#nullable disable warnings";

    /// <summary>Generated texts by hint name.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; } =
        result.GeneratedSources.ToImmutableSortedDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>What the generator reported, in document order.</summary>
    public IReadOnlyList<Diagnostic> SpecErrors { get; } = [.. result.Diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];

    /// <summary>What the compiler reported, warnings of documentation comments included.</summary>
    public IReadOnlyList<Diagnostic> CompilerReports =>
        [.. Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>Why each output of a step is there, in order.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        [.. result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];

    /// <summary>The files of methods that were bound in this run, and not taken over from the last one; in order.</summary>
    public IReadOnlyList<string> Bound =>
    [
        .. result.TrackedSteps[TrackingNames.Methods].SelectMany(run => run.Outputs)
            .Where(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Removed))
            .Select(output => ((ParsedSpec)output.Value.GetType().GetProperty("Spec")!.GetValue(output.Value)!).File)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Why each piece of generated code is there.</summary>
    public IReadOnlyList<IncrementalStepRunReason> OutputReasons =>
        [.. result.TrackedOutputSteps.SelectMany(steps => steps.Value).SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private static SyntaxTree Warned(SyntaxTree tree) =>
        tree.WithChangedText(SourceText.From(tree.ToString().Replace(Unwarned, "#nullable enable warnings", StringComparison.Ordinal), Encoding.UTF8));

    /// <summary>The compiled shop.</summary>
    public Assembly Load()
    {
        using var image = new MemoryStream();
        var result = Compilation.Emit(image);
        return result.Success ? Assembly.Load(image.ToArray()) : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}

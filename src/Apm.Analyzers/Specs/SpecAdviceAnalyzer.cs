using System.Collections.Immutable;
using Apm.Specs;
using Apm.Specs.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Apm.Analyzers;

/// <summary>
/// Warnings and infos on the specs that a project names, at their place in the YAML. Errors are the generator's: they
/// must be seen where analyzers do not run.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpecAdviceAnalyzer : DiagnosticAnalyzer
{
    private const string Metadata = "build_metadata.AdditionalFiles.";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = SpecAdvice.Descriptors;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        var files = context.Options.AdditionalFiles.Where(file => Option(context.Options, file, "ApmRole") == "spec").ToImmutableArray();
        var replaced = files.Select(file => Parse(file, context.CancellationToken)).Where(spec => spec.ReplacesBase).Select(spec => spec.SpecId).ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var spec = Parse(file, context.CancellationToken);
            if (spec.BaseId is null && replaced.Contains(spec.SpecId))
            {
                continue;
            }

            var diagnostics = spec.Kind == SpecKind.Api
                ? SpecBinder.BindApi(spec, context.CancellationToken).Diagnostics
                : spec.BaseId is { } id
                    ? SpecBinder.BindOverlay(spec, FindMethod(context, id), FindApi(context, spec.ApiId), [], context.CancellationToken).Diagnostics
                    : SpecBinder.BindMethod(spec, FindApi(context, spec.ApiId), context.CancellationToken).Diagnostics;
            foreach (var diagnostic in diagnostics)
            {
                if (SpecAdvice.Of(diagnostic.Rule) is { } descriptor && !SuppressionComment.Covers(file.GetText(context.CancellationToken), diagnostic.Location.Span.Line, descriptor.Id))
                {
                    context.ReportDiagnostic(Diagnostic.Create(descriptor, Locate(diagnostic.Location), diagnostic.Message));
                }
            }
        }
    }

    private static ParsedSpec? FindApi(CompilationAnalysisContext context, string? id)
    {
        foreach (var file in context.Options.AdditionalFiles)
        {
            switch (Option(context.Options, file, "ApmRole"))
            {
                case "library" when Option(context.Options, file, "ApmId")?.Replace('\\', '/').TrimEnd('/') == id:
                    return Parse(file, context.CancellationToken);
                case "spec" when Parse(file, context.CancellationToken) is { Kind: SpecKind.Api } own && own.Id == id:
                    return own;
            }
        }

        return null;
    }

    private static ParsedSpec? FindMethod(CompilationAnalysisContext context, string id)
    {
        foreach (var file in context.Options.AdditionalFiles)
        {
            switch (Option(context.Options, file, "ApmRole"))
            {
                case "library" when Option(context.Options, file, "ApmId")?.Replace('\\', '/') == id + ".apm":
                    return Parse(file, context.CancellationToken);
                case "spec" when Parse(file, context.CancellationToken) is { Kind: not SpecKind.Api, BaseId: null } own && own.SpecId == id:
                    return own;
            }
        }

        return null;
    }

    private static ParsedSpec Parse(AdditionalText file, CancellationToken cancellationToken)
    {
        var text = file.GetText(cancellationToken);
        return text is null
            ? SpecParser.Parse(file.Path, "", cancellationToken)
            : SpecParser.Parse(text, file.Path, text.ToString, cancellationToken);
    }

    private static string? Option(AnalyzerOptions options, AdditionalText file, string name) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(Metadata + name, out var value) ? value : null;

    private static Location Locate(SpecLocation location)
    {
        var span = location.Span;
        return Location.Create(location.File, new TextSpan(span.Start, span.Length),
            new LinePositionSpan(new LinePosition(span.Line, span.Column), new LinePosition(span.EndLine, span.EndColumn)));
    }
}

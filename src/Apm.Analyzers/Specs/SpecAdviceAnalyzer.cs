using System.Collections.Immutable;
using Apm.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Apm.Analyzers;

/// <summary>
/// Reports warnings and infos about the specs of a project, at their place in the YAML. The generator reports errors, because these
/// must also appear if analyzers do not run.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpecAdviceAnalyzer : DiagnosticAnalyzer
{
    private static readonly Dictionary<string, DiagnosticDescriptor> s_descriptors = SpecDescriptors.Advice.ToDictionary(
        rule => rule.Id,
        rule => new DiagnosticDescriptor(
            rule.Id,
            rule.Title,
            "{0}",
            SpecDescriptors.Category,
            rule.Severity == SpecSeverity.Warning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            isEnabledByDefault: true,
            rule.Description,
            RulePage.Of(rule.Id)));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = s_descriptors.Values.ToImmutableArray();

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        var files = context.Options.AdditionalFiles.Select(file => (Text: file, Entry: Entry(context, file))).Where(file => file.Entry is not null).ToList();
        var catalog = new SpecCatalog(files.Select(file => file.Entry!));
        var pages = PackedPages.FolderOf(context.Options);
        var texts = files.ToLookup(file => file.Entry!, file => file.Text);
        foreach (var (text, entry) in files.Where(file => !file.Entry!.IsPacked && !catalog.IsReplaced(file.Entry)))
        {
            var spec = Parse(context, text);
            var diagnostics = entry!.IsApi
                ? SpecBinder.BindApi(spec, context.CancellationToken).Diagnostics
                : SpecBinder.BindMethod(spec, catalog.ReferencesOf(entry), Named, context.CancellationToken).Diagnostics;
            foreach (var diagnostic in diagnostics)
            {
                if (s_descriptors.TryGetValue(diagnostic.Rule.Id, out var descriptor)
                    && !IsSuppressed(text.GetText(context.CancellationToken), diagnostic.Location.Span.Line, descriptor.Id))
                {
                    context.ReportDiagnostic(Diagnostic.Create(PackedPages.Link(descriptor, pages), Locate(diagnostic.Location), diagnostic.Message));
                }
            }
        }

        ParsedSpec Named(SpecEntry entry) => Parse(context, texts[entry].First());
    }

    private static SpecEntry? Entry(CompilationAnalysisContext context, AdditionalText file)
    {
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(file);
        return BuildItem.Of(file.Path, key => options.TryGetValue(key, out var value) ? value : null)?.Entry(() => Parse(context, file));
    }

    private static ParsedSpec Parse(CompilationAnalysisContext context, AdditionalText file) =>
        SpecParser.ParseOnce(file.GetText(context.CancellationToken), file.Path, context.CancellationToken);

    private static bool IsSuppressed(SourceText? text, int line, string id) =>
        text is not null
        && line < text.Lines.Count
        && SuppressionComment.Covers(text.Lines[line].ToString(), line > 0 ? text.Lines[line - 1].ToString() : null, id);

    private static Location Locate(SpecLocation location)
    {
        var span = location.Span;
        return Location.Create(location.File, new TextSpan(span.Start, span.Length),
            new LinePositionSpan(new LinePosition(span.Line, span.Column), new LinePosition(span.EndLine, span.EndColumn)));
    }
}

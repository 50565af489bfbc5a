using Apm.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Apm.Generators;

/// <summary>
/// Reports errors in specs, at their place in the YAML. The analyzer reports warnings and infos, so that nothing is reported twice.
/// </summary>
internal static class SpecReports
{
    /// <summary>Reports errors of the project's own API files, and of the packed ones that it names.</summary>
    public static void OfApis(SourceProductionContext output, SpecCatalog catalog, NamedFiles apis, string? pages)
    {
        foreach (var file in apis.All)
        {
            var spec = file.Parse(output.CancellationToken);
            Report(output, ApiBinding.Create(spec, output.CancellationToken).Diagnostics, pages);
            if (catalog.FindApi(file.Entry.Id) is { } named && named != file.Entry)
            {
                Report(output, [SpecLibrary.Twice(spec, apis[named].Parse(output.CancellationToken))], pages);
            }
        }
    }

    public static void OfMethod(SourceProductionContext output, MethodBinding method, SpecNameConflicts clashes, string? pages)
    {
        Report(output, method.Diagnostics, pages);
        foreach (var clash in clashes.All.Where(clash => clash.File == method.File.Text.Path))
        {
            Report(
                output,
                [new SpecDiagnostic(SpecDescriptors.NameClash, SpecLocations.Field(method.Spec, clash.Path, "fields"), clash.Message)],
                pages);
        }
    }

    private static void Report(SourceProductionContext output, IEnumerable<SpecDiagnostic> diagnostics, string? pages)
    {
        foreach (var diagnostic in diagnostics.Where(diagnostic => diagnostic.Rule.Severity == SpecSeverity.Error))
        {
            var related = diagnostic.Related is { } place ? new[] { Locate(place) } : null;
            var rule = RoslynDescriptors.Of(diagnostic.Rule, pages);
            output.ReportDiagnostic(Diagnostic.Create(rule, Locate(diagnostic.Location), related, diagnostic.Message));
        }
    }

    private static Location Locate(SpecLocation location)
    {
        var span = location.Span;
        return Location.Create(location.File, new TextSpan(span.Start, span.Length),
            new LinePositionSpan(new LinePosition(span.Line, span.Column), new LinePosition(span.EndLine, span.EndColumn)));
    }
}

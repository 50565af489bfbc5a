using System.Globalization;
using Apm.Specs;

namespace Apm.Sandbox;

internal static class DiagnosticText
{
    /// <summary>The format that editors and terminals turn into links: lines and columns start at 1.</summary>
    public static string Of(SpecDiagnostic diagnostic) => string.Create(
        CultureInfo.InvariantCulture,
        $"{diagnostic.Location.File}:{diagnostic.Location.Span.Line + 1}:{diagnostic.Location.Span.Column + 1}: {diagnostic.Rule.Id}: {diagnostic.Message}");
}

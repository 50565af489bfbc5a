using Microsoft.CodeAnalysis;

namespace Apm.CodeFixes;

/// <summary>Reads the properties of a diagnostic.</summary>
internal static class DiagnosticExtensions
{
    /// <param name="name">One of <see cref="Analyzers.FixProperties"/>.</param>
    public static string? Property(this Diagnostic diagnostic, string name) => diagnostic.Properties.TryGetValue(name, out var value) ? value : null;
}

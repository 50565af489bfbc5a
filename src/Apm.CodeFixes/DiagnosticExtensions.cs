using Microsoft.CodeAnalysis;

namespace Apm.CodeFixes;

/// <summary>What a diagnostic tells a fix.</summary>
internal static class DiagnosticExtensions
{
    /// <param name="name">One of <see cref="Analyzers.FixProperties"/>.</param>
    public static string? Property(this Diagnostic diagnostic, string name) => diagnostic.Properties.TryGetValue(name, out var value) ? value : null;
}

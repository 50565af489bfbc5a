using Microsoft.CodeAnalysis;

namespace Apm.CodeFixes;

/// <summary>What a diagnostic tells a fix.</summary>
internal static class FixProperties
{
    /// <param name="name">One of <see cref="Analyzers.Rules.FixData"/>.</param>
    public static string? Property(this Diagnostic diagnostic, string name) => diagnostic.Properties.TryGetValue(name, out var value) ? value : null;
}

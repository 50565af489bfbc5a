using Microsoft.CodeAnalysis;

namespace Apm.CodeFixes;

/// <summary>Reads the properties of a diagnostic.</summary>
internal static class DiagnosticExtensions
{
    /// <summary>The allowed texts, if the wrong one resembles none of them and they are few enough for a choice.</summary>
    public static string[] Choices(this Diagnostic diagnostic)
    {
        const int Most = 8;
        return diagnostic.Property(Analyzers.FixProperties.Same) is null && diagnostic.Property(Analyzers.FixProperties.Nearest) is null
            && diagnostic.Property(Analyzers.FixProperties.Allowed)?.Split('\n') is { Length: <= Most } allowed
            ? allowed
            : [];
    }

    /// <param name="name">One of <see cref="Analyzers.FixProperties"/>.</param>
    public static string? Property(this Diagnostic diagnostic, string name) => diagnostic.Properties.TryGetValue(name, out var value) ? value : null;
}

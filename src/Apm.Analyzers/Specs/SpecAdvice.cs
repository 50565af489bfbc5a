using System.Collections.Immutable;
using Apm.Specs.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>The rules of the spec language that are no errors, as Roslyn knows them.</summary>
internal static class SpecAdvice
{
    private static readonly Dictionary<string, DiagnosticDescriptor> ById = SpecRules.All
        .Where(rule => rule.Severity != SpecSeverity.Error)
        .ToDictionary(rule => rule.Id, rule => new DiagnosticDescriptor(
            rule.Id,
            rule.Title,
            "{0}",
            "Apm.Specs",
            rule.Severity == SpecSeverity.Warning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            isEnabledByDefault: true));

    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ById.Values.ToImmutableArray();

    /// <returns>Null for an error.</returns>
    public static DiagnosticDescriptor? Of(SpecRule rule) => ById.TryGetValue(rule.Id, out var descriptor) ? descriptor : null;
}

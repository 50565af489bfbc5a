using System.Collections.Concurrent;
using Apm.Specs;
using Microsoft.CodeAnalysis;

namespace Apm.Generators;

/// <summary>The errors of the spec language as Roslyn descriptors, created once. The analyzer reports warnings and infos.</summary>
internal static class RoslynDescriptors
{
    private static readonly ConcurrentDictionary<(string Id, string? Pages), DiagnosticDescriptor> s_all = new();

    /// <param name="rule">An error.</param>
    /// <param name="pages">The folder of the packed pages.</param>
    public static DiagnosticDescriptor Of(SpecDescriptor rule, string? pages) => s_all.GetOrAdd(
        (rule.Id, pages),
        _ => new DiagnosticDescriptor(
            rule.Id,
            rule.Title,
            "{0}",
            SpecDescriptors.Category,
            DiagnosticSeverity.Error,
            isEnabledByDefault: true,
            rule.Description,
            RulePage.Of(rule.Id, pages)));
}

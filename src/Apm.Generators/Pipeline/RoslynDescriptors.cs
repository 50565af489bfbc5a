using Apm.Specs;
using Microsoft.CodeAnalysis;

namespace Apm.Generators;

/// <summary>The errors of the spec language as Roslyn descriptors, created once. The analyzer reports warnings and infos.</summary>
internal static class RoslynDescriptors
{
    private static readonly Dictionary<string, DiagnosticDescriptor> s_byId = SpecDescriptors.Errors.ToDictionary(
        rule => rule.Id,
        rule => new DiagnosticDescriptor(
            rule.Id,
            rule.Title,
            "{0}",
            SpecDescriptors.Category,
            DiagnosticSeverity.Error,
            isEnabledByDefault: true,
            helpLinkUri: RulePage.Of(rule.Id)));

    public static DiagnosticDescriptor Of(SpecDescriptor rule) => s_byId[rule.Id];
}

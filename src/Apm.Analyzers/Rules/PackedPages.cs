using System.Collections.Concurrent;
using Apm.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Apm.Analyzers;

/// <summary>Descriptors with a help link to the pages in the package. Only the options of a compilation have the folder of the package.</summary>
internal static class PackedPages
{
    private static readonly ConcurrentDictionary<(DiagnosticDescriptor Rule, string Folder), DiagnosticDescriptor> s_linked = new();

    /// <returns>Null if the compilation does not state the folder.</returns>
    public static string? FolderOf(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(RulePage.FolderOption, out var folder) ? folder : null;

    /// <returns>The rule itself if it has a link, or if there is no folder.</returns>
    public static DiagnosticDescriptor Link(DiagnosticDescriptor rule, string? folder) =>
        rule.HelpLinkUri.Length > 0 || folder is null ? rule : s_linked.GetOrAdd((rule, folder), key => WithPage(key.Rule, key.Folder));

    private static DiagnosticDescriptor WithPage(DiagnosticDescriptor rule, string folder) =>
        new(
            rule.Id,
            rule.Title,
            rule.MessageFormat,
            rule.Category,
            rule.DefaultSeverity,
            rule.IsEnabledByDefault,
            rule.Description,
            RulePage.Of(rule.Id, folder));
}

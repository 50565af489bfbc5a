using System.Collections.Immutable;
using Apm.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Apm.CodeFixes;

/// <summary>
/// Removes a member that other values forbid. The other values may be wrong instead of the member, so the developer must choose it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ForbiddenMemberFix : UsageFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("APM1010");

    private protected override async Task<IEnumerable<Choice>> ChoicesAsync(
        Document document,
        IReadOnlyList<Diagnostic> diagnostics,
        CancellationToken cancellationToken)
    {
        var diagnostic = diagnostics[0];
        return
            diagnostic.Property(FixProperties.Member) is { } member
            && diagnostic.Property(FixProperties.Rest) is null
            && diagnostic.AdditionalLocations.Count == 0
            && await MemberTarget.OfAsync<AssignmentExpressionSyntax>(document, diagnostic, cancellationToken).ConfigureAwait(false) is var (place, assignment)
            && Members.Remove([assignment]) is { Length: > 0 } changes
                ? [new Choice($"Remove {member}", "Remove", place, changes)]
                : [];
    }
}

using Microsoft.CodeAnalysis;

namespace Apm.CodeFixes;

/// <summary>The object or the member that violates a rule about several fields.</summary>
internal static class MemberTarget
{
    /// <summary>The node of a type at the location of the diagnostic, or at its additional location.</summary>
    public static async Task<(Document Document, T Node)?> OfAsync<T>(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
        where T : SyntaxNode
    {
        var location = diagnostic.AdditionalLocations.FirstOrDefault() ?? diagnostic.Location;
        if (document.Project.Solution.GetDocument(location.SourceTree) is { } place
            && await place.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
            && root.FindNode(location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<T>(node => node.Span.Contains(location.SourceSpan))
                is { } found)
        {
            return (place, found);
        }

        return null;
    }
}

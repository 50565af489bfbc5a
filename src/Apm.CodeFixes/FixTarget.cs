using Apm.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;

namespace Apm.CodeFixes;

/// <summary>The expression with a wrong value.</summary>
/// <param name="IsShared">Whether other code than the analyzed code may read the value.</param>
internal sealed record FixTarget(Document Document, SemanticModel Model, ExpressionSyntax Expression, bool IsShared)
{
    public static async Task<FixTarget?> OfAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (diagnostic.AdditionalLocations is not [var source, ..])
        {
            // An expression that computes the value may have other values on other paths.
            return await InSightAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { IsConstant: true } literal
                ? literal with { IsShared = IsElement(literal.Expression) }
                : null;
        }

        return document.Project.Solution.GetDocument(source.SourceTree) is { } declaring
            && await AtAsync(declaring, source.SourceSpan, diagnostic, cancellationToken).ConfigureAwait(false) is { } place
            ? place with { IsShared = await IsReadElsewhereAsync(place, cancellationToken).ConfigureAwait(false) }
            : null;
    }

    /// <summary>The expression at the location of the diagnostic, whether it is the origin of the value or passes it on.</summary>
    public static Task<FixTarget?> InSightAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        AtAsync(document, diagnostic.Location.SourceSpan, diagnostic, cancellationToken);

    private bool IsConstant => Model.GetConstantValue(Expression).HasValue;

    public TextChange Write(string text) => new(Expression.Span, text);

    private static async Task<FixTarget?> AtAsync(Document document, TextSpan span, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
        && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
        && root.FindNode(span, getInnermostNodeForTie: true) is ExpressionSyntax expression && expression.Span == span
        && IsWholeValue(expression) && IsWhatWasWritten(model, expression, diagnostic)
            ? new FixTarget(document, model, expression, IsShared: false)
            : null;

    // A part of the analyzed value, or an operand from which it was computed, is another value.
    private static bool IsWhatWasWritten(SemanticModel model, ExpressionSyntax expression, Diagnostic diagnostic)
    {
        var written = diagnostic.Properties.TryGetValue(FixProperties.Written, out var text) ? text : null;
        var type = model.GetTypeInfo(expression).Type;
        return model.GetConstantValue(expression) is { HasValue: true, Value: var constant }
            ? constant is string ? (string)constant == written : Amount.Of(constant) is { } amount && Amount.Parse(written) == amount
            : type?.SpecialType == SpecialType.System_String;
    }

    // An operand of a comparison or of an addition is not the whole value.
    private static bool IsWholeValue(ExpressionSyntax expression)
    {
        for (SyntaxNode node = expression; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case BinaryExpressionSyntax { RawKind: not (int)SyntaxKind.CoalesceExpression }:
                case AssignmentExpressionSyntax { RawKind: not ((int)SyntaxKind.SimpleAssignmentExpression or (int)SyntaxKind.CoalesceAssignmentExpression) }:
                case PatternSyntax:
                case SwitchLabelSyntax:
                case ConditionalExpressionSyntax conditional when conditional.Condition == node:
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: var called } } when NameOf(called) == nameof(Equals):
                    return false;
                case StatementSyntax
                or EqualsValueClauseSyntax
                or ArrowExpressionClauseSyntax
                or InitializerExpressionSyntax
                or AnonymousFunctionExpressionSyntax:
                    return true;
            }
        }

        return true;
    }

    // Other code in the same expression may look for the element.
    private static bool IsElement(ExpressionSyntax expression)
    {
        var holder = expression.Parent;
        while (holder is ParenthesizedExpressionSyntax or ConditionalExpressionSyntax or BinaryExpressionSyntax or SwitchExpressionArmSyntax
            or SwitchExpressionSyntax or TupleExpressionSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax })
        {
            holder = holder.Parent;
        }

        return holder is ExpressionElementSyntax or AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax }
            || holder.IsKind(SyntaxKind.ArrayInitializerExpression)
            || holder.IsKind(SyntaxKind.CollectionInitializerExpression)
            || holder.IsKind(SyntaxKind.ComplexElementInitializerExpression);
    }

    private static string? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static async Task<bool> IsReadElsewhereAsync(FixTarget place, CancellationToken cancellationToken)
    {
        if (Variable(place, cancellationToken) is not { } symbol || (symbol is not ILocalSymbol && symbol.DeclaredAccessibility != Accessibility.Private))
        {
            return true;
        }

        var reads = 0;
        foreach (var found in await SymbolFinder.FindReferencesAsync(symbol, place.Document.Project.Solution, cancellationToken).ConfigureAwait(false))
        {
            foreach (var location in found.Locations)
            {
                var root = await location.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
                if (root?.FindNode(location.Location.SourceSpan, getInnermostNodeForTie: true)
                        is not { Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } name
                    || assignment.Left != name)
                {
                    reads++;
                }
            }
        }

        return reads != 1;
    }

    /// <summary>The variable to which the value of the expression is assigned. Of an element, other code may read the collection.</summary>
    private static ISymbol? Variable(FixTarget place, CancellationToken cancellationToken)
    {
        SyntaxNode value = place.Expression;
        while (value.Parent is ExpressionSyntax and not (AssignmentExpressionSyntax or InitializerExpressionSyntax)
            or ArgumentSyntax or ArgumentListSyntax or SwitchExpressionArmSyntax)
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax or PropertyDeclarationSyntax } initializer => place.Model.GetDeclaredSymbol(
                initializer.Parent!,
                cancellationToken),
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax } assignment when assignment.Right == value => place
                .Model.GetSymbolInfo(assignment.Left, cancellationToken)
                .Symbol,
            _ => null,
        };
    }
}

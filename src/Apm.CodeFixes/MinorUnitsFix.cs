using System.Collections.Immutable;
using System.Globalization;
using Apm.Analyzers;
using Apm.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Apm.CodeFixes;

/// <summary>
/// Converts an amount that violates a limit in major units but meets it in minor units, or the reverse:
/// <c>Money.FromMajor(12850m, "HKD")</c> becomes <c>new Money(12850, "HKD")</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MinorUnitsFix : UsageFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("APM1002", "APM1003");

    private protected override async Task<IEnumerable<Choice>> ChoicesAsync(
        Document document,
        IReadOnlyList<Diagnostic> diagnostics,
        CancellationToken cancellationToken)
    {
        var diagnostic = diagnostics[0];
        if (diagnostic.Property(FixProperties.MeantMinorUnits) is not { } meant
            || !long.TryParse(meant, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minorUnits)
            || await FixTarget.InSightAsync(document, diagnostic, cancellationToken).ConfigureAwait(false)
                is not { Expression.Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 2 } arguments } argument } place)
        {
            return [];
        }

        TextChange[] changes = arguments.Parent switch
        {
            BaseObjectCreationExpressionSyntax { Initializer: null } creation when IsMoney(place.Model.GetTypeInfo(creation).Type) =>
            [
                Until(creation, arguments, Name(creation, place) + ".FromMajor"),
                .. Named(argument, "amount"),
                place.Write(Major(place.Expression)),
            ],
            InvocationExpressionSyntax { Expression: var called } invocation
                when IsMoney(place.Model.GetTypeInfo(invocation).Type) && place.Model.GetSymbolInfo(invocation).Symbol?.Name == "FromMajor"
                    && (IsWhole(place) || !IsName(place.Expression)) =>
            [
                Until(invocation, arguments, "new " + ((called as MemberAccessExpressionSyntax)?.Expression.ToString() ?? Name(invocation, place))),
                .. Named(argument, "minorUnits"),
                .. IsName(place.Expression) ? Array.Empty<TextChange>() : [place.Write(meant)],
            ],
            _ => [],
        };
        if (changes.Length == 0)
        {
            return [];
        }

        var text = SourceText.From(arguments.Parent!.ToString());
        var after = text.WithChanges(
                changes.Select(change => new TextChange(new TextSpan(change.Span.Start - arguments.Parent.SpanStart, change.Span.Length), change.NewText ?? ""))
            )
            .ToString();
        return
        [
            new Choice(
                $"Use {after}, which is {CurrencyText.Format(minorUnits, diagnostic.Property(FixProperties.Currency) ?? "")}",
                "MinorUnits",
                place.Document,
                changes),
        ];
    }

    private static TextChange Until(SyntaxNode maker, ArgumentListSyntax arguments, string text) =>
        new(TextSpan.FromBounds(maker.SpanStart, arguments.OpenParenToken.SpanStart), text);

    private static TextChange[] Named(ArgumentSyntax argument, string parameter) =>
        argument.NameColon is { Name: var name } ? [new TextChange(name.Span, parameter)] : [];

    private static string Major(ExpressionSyntax amount) => amount is LiteralExpressionSyntax { Token.Value: int or long } literal
        ? ((IFormattable)literal.Token.Value).ToString(null, CultureInfo.InvariantCulture) + "m"
        : amount.ToString();

    // A constant keeps its name, and must fit the parameter.
    private static bool IsName(ExpressionSyntax amount) => amount is NameSyntax or MemberAccessExpressionSyntax;

    private static bool IsWhole(FixTarget place) => place.Model.GetConstantValue(place.Expression).Value is int or long or short or byte;

    private static string Name(ExpressionSyntax maker, FixTarget place) => maker is ObjectCreationExpressionSyntax { Type: var name }
        ? name.ToString()
        : place.Model.GetTypeInfo(maker).Type!.ToMinimalDisplayString(place.Model, maker.SpanStart);

    private static bool IsMoney(ITypeSymbol? type) =>
        type is { Name: "Money", ContainingNamespace: { Name: "Apm", ContainingNamespace.IsGlobalNamespace: true } };
}

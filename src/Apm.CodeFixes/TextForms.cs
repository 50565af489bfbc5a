using Apm.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Apm.CodeFixes;

/// <summary>How a text is written: as the generated constant, where there is one, or as a literal.</summary>
internal static class TextForms
{
    /// <summary>The best form of each text.</summary>
    public const string Best = nameof(Best);

    /// <summary>Literals, also where there are constants.</summary>
    public const string Literal = nameof(Literal);

    /// <returns>The best form first.</returns>
    public static IEnumerable<(string Text, string Key)> Of(string text, FixTarget place, Diagnostic diagnostic)
    {
        var literal = SymbolDisplay.FormatLiteral(text, quote: true);
        if (GeneratedConstants.Constant(place.Model, place.Expression.SpanStart, diagnostic.Property(FixProperties.Spec), text) is { } constant)
        {
            return [(constant, Best), (literal, Literal)];
        }

        return [(literal, Best)];
    }
}

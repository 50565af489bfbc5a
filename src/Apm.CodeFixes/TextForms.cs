using Apm.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Apm.CodeFixes;

/// <summary>The form of a text in C#: the generated constant if there is one, or a literal.</summary>
internal static class TextForms
{
    /// <summary>The best form of each text.</summary>
    public const string Best = nameof(Best);

    /// <summary>Literals, even if there are constants.</summary>
    public const string Literal = nameof(Literal);

    /// <returns>The forms, the best one first.</returns>
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

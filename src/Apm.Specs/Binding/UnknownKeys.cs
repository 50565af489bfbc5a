using Apm.Specs.Diagnostics;
using Apm.Specs.Syntax;

namespace Apm.Specs.Binding;

internal static class UnknownKeys
{
    /// <param name="what">What holds the key, with its article.</param>
    public static void Add(Report report, MappingSyntax parent, ScalarSyntax key, SyntaxNode value, string what, IEnumerable<string> known)
    {
        var isAlone = parent.IsFlow && value is ScalarSyntax { IsNull: true, Span.Length: 0 };
        report.Add(SpecRules.UnknownKey, key.Span, isAlone && Nearest.To(key.Value, known) is null
            ? $"{Quote.Of(key.Value)} is no key of {what}: a comma ends a value here: " + (key.Value.All(char.IsDigit) ? "write a number without digit grouping" : "quote the text")
            : $"{Quote.Of(key.Value)} is no key of {what}: {Nearest.DidYouMean(key.Value, known, "its keys are " + Quote.List(known))}");
    }
}

using Apm.Specs.Diagnostics;

namespace Apm.Specs.Tests.Acceptance.Markup;

/// <summary>Asserts that a text has one error, where the markup says and with a message that helps.</summary>
internal static class Verify
{
    public static SpecDiagnostic Syntax(string marked, string rule, params string[] parts)
    {
        var text = MarkedText.Of(marked);
        return Only(text, SpecParser.Parse(Spec.MethodFile, text.Text).Diagnostics, rule, parts);
    }

    public static SpecDiagnostic Api(string marked, string rule, params string[] parts)
    {
        var text = MarkedText.Of(marked);
        return Only(text, Spec.ApiDiagnostics(text.Text), rule, parts);
    }

    public static SpecDiagnostic Method(string marked, string rule, params string[] parts)
    {
        var text = MarkedText.Of(marked);
        return Only(text, Spec.MethodDiagnostics(text.Text), rule, parts);
    }

    public static SpecDiagnostic RealMethod(string marked, string rule, params string[] parts)
    {
        var text = MarkedText.Of(marked);
        return Only(text, Spec.MethodDiagnostics(text.Text, Spec.RealApi, Spec.RealMethodFile), rule, parts);
    }

    public static void Silent(IEnumerable<SpecDiagnostic> diagnostics) => Assert.Empty(Errors(diagnostics).Select(Print));

    private static SpecDiagnostic Only(MarkedText text, IEnumerable<SpecDiagnostic> diagnostics, string rule, string[] parts)
    {
        var errors = Errors(diagnostics).ToList();
        Assert.True(errors.Count == 1, $"one error was to be at '{text.Marked}' but there are {errors.Count}:\n" + string.Join("\n", errors.Select(Print)));
        var only = errors[0];
        var span = only.Location.Span;
        Assert.True(
            (rule, text.Start, text.Length) == (only.Rule.Id, span.Start, span.Length),
            $"{rule} was to be at '{text.Marked}' ({text.Line + 1}:{text.Column + 1}) but there is {Print(only)} at '{text.Text.Substring(span.Start, span.Length)}'");
        Assert.Equal((text.Line, text.Column), (span.Line, span.Column));
        foreach (var part in parts)
        {
            Assert.Contains(part, only.Message, StringComparison.Ordinal);
        }

        return only;
    }

    private static IEnumerable<SpecDiagnostic> Errors(IEnumerable<SpecDiagnostic> diagnostics) => diagnostics.Where(diagnostic => diagnostic.Rule.Severity == SpecSeverity.Error);

    private static string Print(SpecDiagnostic diagnostic) =>
        $"{diagnostic.Location.File}({diagnostic.Location.Span.Line + 1},{diagnostic.Location.Span.Column + 1}): {diagnostic.Rule.Id} {diagnostic.Message}";
}

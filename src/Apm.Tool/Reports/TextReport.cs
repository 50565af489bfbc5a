using System.Globalization;

namespace Apm.Tool;

/// <summary>One line for each finding, in the form that terminals, editors and build servers turn into links.</summary>
internal static class TextReport
{
    public static void Write(CheckResult result, TextWriter output)
    {
        foreach (var finding in result.Findings)
        {
            output.WriteLine(Line(finding));
        }

        output.WriteLine(string.Join(
            ", ",
            Count(result.Specs, "spec"),
            Count(result.Exchanges, "exchange"),
            Count(result.Count(FindingSeverity.Error), "error"),
            Count(result.Count(FindingSeverity.Warning), "warning"),
            Count(result.Count(FindingSeverity.Info), "info")));
    }

    /// <summary>Such as <c>my_wallet.apm.yaml(3,1): error APM0002: message</c>. Lines and columns start at 1.</summary>
    public static string Line(Finding finding) => string.Create(
        CultureInfo.InvariantCulture,
        $"{finding.Location.File}({finding.Location.Span.Line + 1},{finding.Location.Span.Column + 1}): {Word(finding.Severity)} {finding.Rule}: {finding.Message}");

    public static string Word(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "info",
    };

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}

using System.Text.RegularExpressions;

namespace Apm.Specs.Tests;

/// <summary>What only the reader finds, as docs/authoring.md lists it: a rule, and words of its messages where the editor finds
/// other mistakes of the rule.</summary>
internal static partial class ReadersOwn
{
    public static IReadOnlyList<(string Rule, string Words)> Listed { get; } =
    [
        .. Row()
            .Matches(RepositoryFiles.Read("docs/authoring.md"))
            .SelectMany(row =>
                row.Groups["words"]
                    .Value.Split(", ", StringSplitOptions.RemoveEmptyEntries)
                    .DefaultIfEmpty("")
                    .Select(words => (row.Groups["rule"].Value, words.Trim('`')))),
    ];

    public static bool IsOwn(SpecDiagnostic diagnostic) =>
        Listed.Any(own => own.Rule == diagnostic.Rule.Id && diagnostic.Message.Contains(own.Words, StringComparison.Ordinal));

    [GeneratedRegex(@"^\| \[(?<rule>APM\d{4})\]\(rules/\k<rule>\.md\) \| [^|]+ \| (?<words>[^|]*?) ?\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}

using System.Text.RegularExpressions;

namespace Apm.Analyzers.Tests.Documentation;

/// <summary>The pages in docs/rules.</summary>
internal static partial class RulePages
{
    public static string Index { get; } = Read("docs/rules/README.md");

    public static IReadOnlyList<RulePage> All { get; } =
    [
        .. Directory.GetFiles(Path.Combine(SpecFiles.Repository, "docs/rules"), "APM*.md").Order(StringComparer.Ordinal)
            .Select(file => new RulePage(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))),
    ];

    public static string Read(string path) => File.ReadAllText(Path.Combine(SpecFiles.Repository, path));

    public static string[] Blocks(string page, string language) =>
        [.. Fence().Matches(page).Where(fence => fence.Groups["language"].Value == language).Select(fence => fence.Groups["code"].Value)];

    /// <summary>The cells of all tables on a page, without their heads.</summary>
    public static IReadOnlyList<string[]> Rows(string page) =>
        [
            .. page.Split('\n')
                .Where(line => line.StartsWith("| [APM", StringComparison.Ordinal))
                .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries)),
        ];

    [GeneratedRegex("(?ms)^```(?<language>[a-z]+)\n(?<code>.*?)^```$")]
    private static partial Regex Fence();
}

internal sealed record RulePage(string Id, string Text);

using System.Text.RegularExpressions;
using Xunit;

namespace Apm.Generators.Tests.Repository;

/// <summary>The pages in docs/decisions are in their index, and source code leads to each of them.</summary>
public partial class DecisionPagesTests
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(GeneratorHost.SpecsFolder, ".."));
    private static readonly string s_folder = Path.Combine(s_root, "docs", "decisions");

    [Fact]
    public void The_index_has_the_title_status_and_date_of_each_page()
    {
        var pages = Pages().Select(page => (Name: page, Text: File.ReadAllText(Path.Combine(s_folder, page))))
            .Select(page => (page.Name, Title: Title().Match(page.Text), Status: Status().Match(page.Text)))
            .Select(page => Line(page.Title, page.Name, page.Status));
        var rows = Row().Matches(File.ReadAllText(Path.Combine(s_folder, "README.md")))
            .Select(row => Line(row, row.Groups["page"].Value, row));

        Assert.Equal(pages.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Source_code_links_to_each_page_and_to_no_other()
    {
        var linked = Sources().SelectMany(file => SourceLink().Matches(File.ReadAllText(file))).Select(link => link.Groups["page"].Value);

        Assert.Equal(Pages(), linked.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_relative_link_of_a_document_leads_to_a_file()
    {
        var documents = Directory.GetFiles(s_root, "*.md").Concat(Directory.GetFiles(Path.Combine(s_root, "docs"), "*.md", SearchOption.AllDirectories));
        var dead = documents.SelectMany(document => DocumentLink().Matches(File.ReadAllText(document)).Select(link => link.Groups["target"].Value)
            .Where(target => !Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, target)))
            .Select(target => $"{Path.GetRelativePath(s_root, document)}: {target}"));

        Assert.Empty(dead);
    }

    private static string Line(Match title, string page, Match status) =>
        $"{title.Groups["title"].Value} ({page}): {status.Groups["status"].Value}, {status.Groups["date"].Value}";

    private static IEnumerable<string> Pages() =>
        Directory.GetFiles(s_folder, "*.md").Select(page => Path.GetFileName(page)).Where(page => page != "README.md").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Sources() => new[] { "src", "tests" }
        .SelectMany(folder => Directory.GetFiles(Path.Combine(s_root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !Generated().IsMatch(file));

    [GeneratedRegex(@"\A# (?<title>.+)")]
    private static partial Regex Title();

    [GeneratedRegex(@"^Status: (?<status>\w+)\. Last changed: (?<date>\d{4}-\d\d-\d\d)\.", RegexOptions.Multiline)]
    private static partial Regex Status();

    [GeneratedRegex(@"^\| \[(?<title>[^]]+)\]\((?<page>[^)]+)\) \| [^|]+ \| (?<status>\w+) \| (?<date>[\d-]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^// docs/decisions/(?<page>\S+)$", RegexOptions.Multiline)]
    private static partial Regex SourceLink();

    [GeneratedRegex(@"\]\((?<target>(?![a-z]+:)[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex DocumentLink();

    [GeneratedRegex(@"[/\\](bin|obj)[/\\]")]
    private static partial Regex Generated();
}

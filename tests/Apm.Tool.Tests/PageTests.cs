using System.Reflection;
using System.Text.RegularExpressions;

namespace Apm.Tool.Tests;

/// <summary>docs/tool.md says what the command does.</summary>
public class PageTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Workplace.RepositoryFolder(), "docs", "tool.md"));

    [Fact]
    public void It_lists_every_exit_code()
    {
        var codes = typeof(ExitCode).GetFields(BindingFlags.Static | BindingFlags.Public).Select(code => (int)code.GetValue(null)!);

        Assert.Equal(codes.Order(), Regex.Matches(s_page, @"^\| (\d+) \|", RegexOptions.Multiline).Select(row => int.Parse(row.Groups[1].Value)).Order());
    }

    [Theory]
    [InlineData(Finding.Difference)]
    [InlineData(Finding.NotChecked)]
    public void It_lists_the_rules_that_no_spec_breaks(string id) => Assert.Contains($"| `{id}` |", s_page, StringComparison.Ordinal);

    [Fact]
    public void It_has_the_usage() => Assert.Contains("apm check [<specs>...] [--json] [--sarif FILE]", s_page, StringComparison.Ordinal);
}

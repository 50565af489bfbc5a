using System.Text.RegularExpressions;
using Xunit;

namespace Apm.Generators.Tests.Repository;

/// <summary>The threat model names the test that holds each line, and the test exists.</summary>
public partial class SecurityPageTests
{
    private static readonly string s_root = Path.Combine(GeneratorHost.SpecsFolder, "..");
    private static readonly string s_page = File.ReadAllText(Path.Combine(s_root, "SECURITY.md"));

    [Theory]
    [InlineData("A spec author")]
    [InlineData("A gateway")]
    [InlineData("A customer of the shop")]
    [InlineData("A sender of webhooks")]
    [InlineData("A reader of logs")]
    [InlineData("Another package")]
    public void Each_row_of_an_attacker_names_a_test(string attacker)
    {
        var section = Regex.Match(s_page, $@"(?m)^### {attacker}$[\s\S]+?(?=^##|\z)").Value;
        var rows = section.Split('\n').Where(line => line.StartsWith('|')).Skip(2).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Matches(Named(), row));
    }

    [Fact]
    public void Each_named_test_exists()
    {
        var named = Named().Matches(s_page).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, test => Assert.True(Exists(test.Groups), $"{test.Value} is not a test."));
    }

    [Fact]
    public void A_test_is_named_in_one_form() =>
        Assert.Equal(Regex.Count(s_page, @"`Apm\.\w+\.Tests\b"), Named().Count(s_page));

    private static bool Exists(GroupCollection named)
    {
        var test = new Regex($@"\[(Fact|Theory)\](?:(?!\n    \}}|;\r?\n\r?\n)[\s\S])*? {named["method"].Value}\(");
        var folder = Path.Combine(s_root, "tests", named["project"].Value);
        return Directory.GetFiles(folder, named["class"].Value + ".*", SearchOption.AllDirectories).Any(file => test.IsMatch(File.ReadAllText(file)));
    }

    [GeneratedRegex(@"`(?<project>Apm\.\w+\.Tests)/(?<class>\w+)\.(?<method>\w+)`")]
    private static partial Regex Named();
}

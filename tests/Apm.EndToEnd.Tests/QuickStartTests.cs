using System.Reflection;
using System.Text.RegularExpressions;

namespace Apm.EndToEnd.Tests;

public partial class QuickStartTests
{
    [Fact]
    public void The_QuickStart_prints_what_the_README_shows_and_the_money_ends_where_it_should()
    {
        var before = Console.Out;
        using var output = new StringWriter();
        object? exitCode;
        try
        {
            Console.SetOut(output);
            exitCode = Assembly.Load("QuickStart").EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.Equal(0, exitCode);
        Assert.Equal(WithoutReference(Shown()), WithoutReference(output.ToString()));
    }

    private static string Shown() => Block().Match(File.ReadAllText(Path.Combine(RepositoryFolder.Path, "README.md"))).Groups["text"].Value;

    private static string WithoutReference(string text) => Reference().Replace(text.ReplaceLineEndings("\n").Trim(), "reference …");

    [GeneratedRegex("(?ms)^```text\n(?<text>.*?)^```$")]
    private static partial Regex Block();

    [GeneratedRegex("reference ORDER-[0-9-]+")]
    private static partial Regex Reference();
}

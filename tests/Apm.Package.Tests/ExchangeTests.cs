using System.Text.RegularExpressions;

namespace Apm.Package.Tests;

/// <summary>The last step of docs/authoring.md, in a project that has the packages.</summary>
public partial class ExchangeTests(Feed feed)
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Repository.Folder, "docs", "authoring.md"));

    [Fact]
    public async Task An_author_tests_a_spec_with_recorded_exchanges()
    {
        var exchange = Block("yaml", "exchanges: ");
        using var shop = new Consumer(feed);
        shop.WriteProject(
            "Shop.csproj",
            """<PackageReference Include="Apm.Testing" Version="$(Packed)" /><ApmSpec Include="specs/**/*.yaml" />""",
            "<OutputType>Exe</OutputType><TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        shop.Write("specs/harbour_pay.apm.yaml", Block("yaml method", "rules:"));
        shop.Write("specs/exchanges/harbour_pay.yaml", exchange);
        shop.Write("Program.cs", "using Apm.Testing;\n" + Block("csharp", "ExchangeTests.In"));

        (await shop.DotNetAsync("run")).Expect(0).Says("a payment agrees").DoesNotSay("NU1");
        shop.Write("specs/exchanges/harbour_pay.yaml", exchange.Replace("state: pending", "state: paid", StringComparison.Ordinal));
        (await shop.DotNetAsync("run", "--no-build")).Says("'state' is read as 'Pending', and the exchange states 'Paid'");
    }

    // The first block of the page in a language that has the text.
    private static string Block(string language, string text) => Blocks().Matches(s_page)
        .First(block => block.Groups[1].Value == language && block.Groups[2].Value.Contains(text, StringComparison.Ordinal))
        .Groups[2].Value;

    [GeneratedRegex("```([a-z ]+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}

using System.Text.RegularExpressions;
using Apm.Sandbox;

namespace Apm.Specs.Tests;

/// <summary>The exchanges of the page about the language fit the API and the method of the page, as their comments state.</summary>
public partial class PageExchangeTests
{
    public static TheoryData<int, string> Exchanges =>
    [
        .. SpecExamples.OfLanguage.Select((example, index) => (example, index))
            .Where(one => one.example.IsExchanges && one.example.Expected.Count == 0)
            .SelectMany(one => Read(one.index).Exchanges.Select(exchange => (one.index, exchange.Name))),
    ];

    [Theory]
    [MemberData(nameof(Exchanges))]
    public void The_exchange_agrees_with_the_spec_of_the_page(int example, string name)
    {
        var file = Read(example);
        var exchange = file.Exchanges.Single(exchange => exchange.Name == name);
        var line = SpecExamples.OfLanguage[example].Yaml.Split('\n')[exchange.Location.Span.Line];
        var api = SpecParser.Parse("my-gateway.api.yaml", SpecExamples.Whole(isApi: true));
        var method = SpecBinder.BindMethod(SpecParser.Parse("my_wallet.apm.yaml", SpecExamples.Whole(isApi: false)), api);

        var verdict = new ExchangeCheck(SpecBinder.BindApi(api).Model!, method.Model).Check(exchange, file.Exchanges);

        AssertStated(line, "differs", verdict.Problems);
        AssertStated(line, "unchecked", verdict.Unchecked);
    }

    private static ExchangeFile Read(int example) => ExchangeReader.Read("exchanges/my_wallet.yaml", SpecExamples.OfLanguage[example].Yaml);

    private static void AssertStated(string line, string word, IReadOnlyList<ExchangeProblem> found)
    {
        var stated = Comment().Matches(line)
            .Where(comment => comment.Groups["word"].Value == word)
            .Select(comment => comment.Groups["text"].Value.Trim())
            .ToList();
        Assert.Equal(stated.Count, found.Count);
        Assert.All(stated.Zip(found), pair => Assert.StartsWith(pair.First, pair.Second.Message, StringComparison.Ordinal));
    }

    [GeneratedRegex("# (?<word>differs|unchecked): (?<text>[^#]*)")]
    private static partial Regex Comment();
}

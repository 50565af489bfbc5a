using Xunit;

namespace Apm.CodeFixes.Tests;

/// <summary>Codes of countries, languages and currencies: those that a program replaces, and those that only a person does.</summary>
public class CodeTests
{
    // Each stands for a kind: a mistyped letter, swapped letters, another list's code, a symbol, a country.
    private static readonly (string Member, string Code)[] s_forPersons =
    [
        .. Of("Country", "EN", "BRN", "CAM", "NGR", "YU", "CS", "AN", "SU", "DEE", "D", "XX", "UKR ."),
        .. Of("Language", "at", "ua", "gb", "xx", "eng-", "en-GBR", "en GB", "bel", "sin"),
        .. Of("Currency", "EUD", "UDS", "GBR", "USA", "US$", "HKG", "CNH"),
        .. Of("Payout", "UK", "FR"),
    ];

    [Fact]
    public async Task A_program_replaces_the_codes_of_the_table_and_no_others()
    {
        (string Member, string Code, string Same)[] known =
        [
            ("Country", "UK", "GB"), ("Country", "EL", "GR"), ("Country", "USA", "US"), ("Country", "GER", "DE"), ("Country", "BRA", "BR"),
            ("Country", "SUI", "CH"), ("Country", "FRA", "FR"), ("Country", "HKG", "HK"), ("Country", "Gb", "GB"), ("Country", "gbr", "GB"),
            ("Country", " DE ", "DE"), ("Country", "ZR", "CD"),
            ("Language", "cz", "cs"), ("Language", "dk", "da"), ("Language", "gr", "el"), ("Language", "jp", "ja"), ("Language", "cn", "zh"),
            ("Language", "EN", "en"), ("Language", "eng", "en"), ("Language", "en-GB", "en"), ("Language", "zh_Hant_TW", "zh"), ("Language", "iw", "he"),
            ("Currency", "RMB", "CNY"), ("Currency", "NTD", "TWD"), ("Currency", "UKP", "GBP"), ("Currency", "eur", "EUR"),
            ("Payout", "DEU", "DE"), ("Payout", "de", "DE"),
        ];
        var code = Code([.. s_forPersons, .. known.Select(item => (item.Member, item.Code))]);
        var bench = Workbench.Of(code);
        var expected = known.Aggregate(code, (text, item) => text.Replace($"{item.Member} = \"{item.Code}\" }}", $"{item.Member} = \"{item.Same}\" }}"));

        Assert.Equal(expected, await (await bench.FormatAsync("APM1006")).TextAsync());
    }

    [Theory]
    [InlineData("Country", "UK", "GB")]
    [InlineData("Country", "EL", "GR")]
    [InlineData("Country", "GER", "DE")]
    [InlineData("Country", "USA", "US")]
    [InlineData("Country", "EN", "GB")]
    [InlineData("Country", "SP", "ES")]
    [InlineData("Country", "BRN", "BN")]
    [InlineData("Language", "cz", "cs")]
    [InlineData("Language", "at", "de")]
    [InlineData("Language", "ua", "uk")]
    [InlineData("Currency", "NTD", "TWD")]
    [InlineData("Currency", "GBR", "GBP")]
    [InlineData("Currency", "HK$", "HKD")]
    [InlineData("Currency", "UDS", "USD")]
    [InlineData("Payout", "DEU", "DE")]
    public async Task A_person_is_offered_the_right_one_first(string member, string code, string meant) =>
        Assert.Equal($"Use \"{meant}\"", (await Workbench.Of(Code([(member, code)])).TitlesAsync())[0]);

    [Theory]
    [InlineData("UK")]
    [InlineData("PL")]
    public async Task A_country_that_is_not_allowed_is_no_misspelling_of_one_that_is(string country) => Assert.Equal(
        ["Use \"DE\"", "Use \"AT\"", "Use \"PT\""],
        await Workbench.Of(Code([("Payout", country)])).TitlesAsync());

    [Fact]
    public async Task Fix_All_is_not_offered_for_what_a_person_must_choose()
    {
        foreach (var item in s_forPersons)
        {
            Assert.Empty(await Workbench.Of(Code([item])).FixAllTitlesAsync());
        }
    }

    private static IEnumerable<(string Member, string Code)> Of(string member, params string[] codes) => codes.Select(code => (member, code));

    private static string Code(IReadOnlyList<(string Member, string Code)> items) => $$"""
        public sealed record Bill
        {
            [ApmField("country", "own/bill"), ApmCode("country")]
            public string? Country { get; init; }

            [ApmField("language", "own/bill"), ApmCode("language")]
            public string? Language { get; init; }

            [ApmField("currency", "own/bill"), ApmCode("currency")]
            public string? Currency { get; init; }

            [ApmField("payout", "own/bill"), ApmValues("DE", "AT", "PT")]
            public string? Payout { get; init; }
        }

        public static class Till
        {
        {{string.Join('\n', items.Select((item, index) => $"    public static Bill B{index}() => new() {{ {item.Member} = \"{item.Code}\" }};"))}}
        }
        """;
}

using System.Text.RegularExpressions;
using Apm.Iso;

namespace Apm.Specs.Tests;

/// <summary>Codes that a program replaces by others. Each of them is on the page docs/rules/codes.md.</summary>
public partial class CodeCorrectionTests
{
    [Fact]
    public void Of_all_two_and_three_letter_strings_only_the_countries_on_the_page_are_replaced() =>
        AssertReplaced("Countries", FieldType.Country, Iso3166.Codes(), code => code.ToUpperInvariant());

    [Fact]
    public void Of_all_two_and_three_letter_strings_only_the_languages_on_the_page_are_replaced() =>
        AssertReplaced("Languages", FieldType.Language, Iso639.Codes(), code => code.ToLowerInvariant());

    [Fact]
    public void Of_all_two_and_three_letter_strings_only_the_currencies_on_the_page_are_replaced() =>
        AssertReplaced("Currencies", FieldType.Currency, Iso4217.ActiveCodes(), code => code.ToUpperInvariant());

    [Fact]
    public void In_a_list_of_other_texts_only_letters_and_blanks_are_corrected()
    {
        string[] allowed = ["WEB", "APP", "GB", "till"];

        Assert.Equal(FieldType.String, CodeCorrection.TypeOf(allowed));
        Assert.All(Strings().Where(text => !allowed.Contains(text, StringComparer.OrdinalIgnoreCase)), text => Assert.Null(Same(text, allowed)));
        Assert.Equal(["WEB", "APP", "till"], new[] { "web", " App", "TILL\n" }.Select(text => Same(text, allowed)));
    }

    [Fact]
    public void Letters_that_two_texts_share_are_not_corrected() => Assert.Null(Same("WEB", ["web", "Web"]));

    [Theory]
    [InlineData("UK", "GB", "FR GB")]
    [InlineData("uk", "GB", "FR GB")]
    [InlineData("UK", null, "FR HK")]
    [InlineData("jp", "ja", "ja en")]
    [InlineData("en-US", null, "ja de")]
    [InlineData("en-US", null, "en-GB de-DE")]
    [InlineData("RMB", "CNY", "CNY EUR")]
    [InlineData("RMB", null, "RUB EUR")]
    [InlineData("HRK", null, "EUR USD")]
    public void A_list_of_codes_is_corrected_only_to_a_code_in_it(string text, string? same, string allowed) =>
        Assert.Equal(same, Same(text, allowed.Split(' ')));

    [Theory]
    [InlineData("en-GB", "en")]
    [InlineData("en_GB", "en")]
    [InlineData("EN-gb", "en")]
    [InlineData("es-419", "es")]
    [InlineData("zh-Hant", "zh")]
    [InlineData("zh-Hant-TW", "zh")]
    [InlineData("en-", null)]
    [InlineData("en-XX", null)]
    [InlineData("en-GBR", null)]
    [InlineData("xx-GB", null)]
    [InlineData("en-GB-oed", null)]
    [InlineData("de-1901-CH", null)]
    [InlineData("en GB", null)]
    [InlineData("jp-JP", null)]
    public void A_tag_becomes_its_language(string tag, string? language) =>
        Assert.Equal(language, CodeCorrection.Same(tag, FieldType.Language, Iso639.Codes()));

    [Theory]
    [InlineData(FieldType.Country, "EN", "GB")]
    [InlineData(FieldType.Country, "BRN", "BN")]
    [InlineData(FieldType.Country, "DEE", "DE")]
    [InlineData(FieldType.Language, "at", "de")]
    [InlineData(FieldType.Currency, "GBR", "GBP")]
    [InlineData(FieldType.Currency, "HDK", "HKD")]
    [InlineData(FieldType.Currency, "DEM", null)]
    [InlineData(FieldType.Country, "QQQ", null)]
    public void What_is_likely_is_not_the_same(FieldType type, string code, string? likely)
    {
        var allowed = Codes(type);

        Assert.Null(CodeCorrection.Same(code, type, allowed));
        Assert.Equal(likely, CodeCorrection.Likely(code, type, allowed));
    }

    [Theory]
    [InlineData(FieldType.Country, "HR", "HK MO")]
    [InlineData(FieldType.Country, "UK", "HK MO")]
    [InlineData(FieldType.Language, "cz", "zh az")]
    [InlineData(FieldType.Currency, "usd", "SGD EUR")]
    public void A_valid_code_that_is_not_allowed_resembles_none(FieldType type, string code, string allowed) =>
        Assert.Null(CodeCorrection.Likely(code, type, allowed.Split(' ')));

    private static string? Same(string text, string[] allowed) => CodeCorrection.Same(text, CodeCorrection.TypeOf(allowed), allowed);

    private static void AssertReplaced(string section, FieldType type, string[] allowed, Func<string, string> letters)
    {
        var table = Table(section);
        Assert.All(table, entry => Assert.Contains(entry.Value, allowed));
        Assert.DoesNotContain(table.Keys, code => Codes(type).Contains(letters(code)));

        var changed = Strings()
            .SelectMany(text => new[] { text, text.ToLowerInvariant() })
            .Where(text => !Codes(type).Contains(text))
            .Select(text => (Text: text, Same: CodeCorrection.Same(text, type, allowed)))
            .Where(item => item.Same is not null)
            .ToList();

        Assert.All(changed, item => Assert.Equal(table.TryGetValue(letters(item.Text), out var same) ? same : letters(item.Text), item.Same));
        Assert.Equal(
            table.Keys.Order(StringComparer.Ordinal),
            changed.Select(item => letters(item.Text)).Where(code => !allowed.Contains(code)).Distinct().Order(StringComparer.Ordinal));
    }

    private static string[] Codes(FieldType type) => type switch
    {
        FieldType.Country => Iso3166.Codes(),
        FieldType.Language => Iso639.Codes(),
        _ => Iso4217.ActiveCodes(),
    };

    private static IEnumerable<string> Strings()
    {
        var letters = Enumerable.Range('A', 26).Select(letter => ((char)letter).ToString()).ToList();
        var pairs = letters.SelectMany(_ => letters, (first, second) => first + second).ToList();
        return pairs.Concat(pairs.SelectMany(_ => letters, (pair, third) => pair + third));
    }

    /// <summary>The pairs in a section of the page.</summary>
    private static Dictionary<string, string> Table(string section)
    {
        var text = RepositoryFiles.Read("docs/rules/codes.md").Split("\n## ").Single(part => part.StartsWith(section, StringComparison.Ordinal));
        return Pair().Matches(text).ToDictionary(pair => pair.Groups[1].Value, pair => pair.Groups[2].Value);
    }

    [GeneratedRegex(@"\b([A-Za-z]{2,3})=([A-Za-z]{2,3})\b")]
    private static partial Regex Pair();
}

namespace Apm.Specs.Tests;

/// <summary>What stands at a field besides its type.</summary>
public class FieldValueTests
{
    [Theory]
    [InlineData("{ type: integer, range: 1..9, default: 1 }")]
    [InlineData("{ type: integer, range: 1..9, default: 9 }")]
    [InlineData("{ type: string, length: 2..3, default: ab }")]
    [InlineData("{ type: string, length: 2..3, default: abc }")]
    [InlineData("{ type: string, length: 1, default: 😀 }")]
    [InlineData("{ type: string, pattern: '(ab|a)*b?', default: abaab }")]
    [InlineData("{ type: string, pattern: '(a*)*b', default: aab }")]
    [InlineData("{ type: boolean, preset: false }")]
    [InlineData("{ type: url, default: https://example.com }")]
    public void A_value_within_the_bounds_is_right(string field) => Assert.Empty(Gateway.BindMethod(Gateway.WithField("wallet.x: " + field)).Diagnostics);

    [Theory]
    [InlineData("{ type: integer, range: 1..9, default: [|0|] }", "1..9")]
    [InlineData("{ type: integer, range: 1..9, preset: [|10|] }", "1..9")]
    [InlineData("{ type: integer, default: [|one|] }", "write a whole number")]
    [InlineData("{ type: string, length: 2..3, default: [|a|] }", "2..3")]
    [InlineData("{ type: string, length: 2..3, default: [|abcd|] }", "2..3")]
    [InlineData("{ type: string, pattern: '[a-z]*', default: [|A|] }", "pattern")]
    [InlineData("{ type: string, pattern: '(ab|a)*b?', default: [|abba|] }", "pattern")]
    [InlineData("{ type: boolean, default: [|yes|] }", "write true or false")]
    [InlineData("{ type: url, default: [|example.com|] }", "http")]
    [InlineData("{ type: country, default: [|ZZ|] }", "ISO 3166-1")]
    [InlineData("{ type: language, default: [|zz|] }", "ISO 639-1")]
    [InlineData("{ type: currency, default: [|ZZZ|] }", "ISO 4217")]
    public void A_value_that_the_field_cannot_have_is_an_error(string field, string words) =>
        Gateway.ExpectInMethod(Expect.Rule("APM0004"), Gateway.WithField("wallet.x: " + field), words);

    [Theory]
    [InlineData("{ type: email, length: [|..3|] }", "email")]
    [InlineData("{ type: iban, length: [|50..|] }", "iban")]
    [InlineData("{ type: string, length: [|..3|], pattern: '[a-z]{4}' }", "pattern")]
    [InlineData("{ type: string, length: [|..3|], pattern: '[a-z]{4,6}' }", "4..6")]
    public void A_length_that_no_text_of_the_form_has_is_an_error(string field, string words) =>
        Gateway.ExpectInMethod(SpecDescriptors.Pattern, Gateway.WithField("wallet.x: " + field), words);

    [Theory]
    [InlineData("wallet.a b")]
    [InlineData("'wallet.a\\b'")]
    [InlineData("wallet.😀")]
    public void A_path_has_JSON_names(string path) =>
        Gateway.ExpectInMethod(Expect.Rule("APM0004"), Gateway.WithField($"[|{path}|]: {{ type: string }}"), "JSON names with dots between them");

    [Theory]
    [InlineData("'[a-z]{,3}'")]
    [InlineData("'[a-z]{}'")]
    [InlineData("'[a-z]{3,1}'")]
    [InlineData("'[a-z]{99999999999}'")]
    [InlineData("'[a-z]{1,99999999999}'")]
    public void A_repetition_that_cannot_be_is_an_error(string pattern)
    {
        var bound = Gateway.BindMethod(Gateway.WithField($"wallet.x: {{ type: string, pattern: {pattern} }}"));

        Assert.Equal(SpecDescriptors.Pattern, Assert.Single(bound.Diagnostics).Rule);
        Assert.Contains("this repe", bound.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pattern: 'ab[|^|]c'")]
    [InlineData("pattern: ab[|^|]c")]
    public void A_mistake_in_a_pattern_is_marked_where_it_stands(string pattern) =>
        Gateway.ExpectInMethod(SpecDescriptors.Pattern, Gateway.WithField($"wallet.x: {{ type: string, {pattern} }}"));

    [Fact]
    public void In_double_quotes_the_whole_pattern_is_marked() =>
        Gateway.ExpectInMethod(SpecDescriptors.Pattern, Gateway.WithField("wallet.x: { type: string, pattern: [|\"ab^c\"|] }"));

    [Fact]
    public void The_items_of_a_list_differ() =>
        Gateway.ExpectInMethod(Expect.Rule("APM0004"), Gateway.WithField("'wallet.flags[]': { type: [|boolean|] }"), "the items of a list");

    [Fact]
    public void A_key_without_a_value_is_missing_its_value()
    {
        foreach (var nothing in new[] { "~", "null", "" })
        {
            Gateway.ExpectInMethod(SpecDescriptors.MissingKey, Gateway.Method.Edited("name: Wallet", $"[|name|]: {nothing}"), "'name' has no value");
        }
    }

    [Fact]
    public void A_unit_that_is_not_in_lowercase_letters_is_reported() =>
        Gateway.ExpectInMethod(Expect.Rule("APM0004"), Gateway.WithField("wallet.wait: { type: integer, unit: [|Seconds|] }"), "'Seconds'", "'unit'");

    [Theory]
    [InlineData("default")]
    [InlineData("preset")]
    public void A_consent_is_given_by_the_merchant_only(string key)
    {
        var text = Gateway.WithField($"wallet.terms: {{ const: true, {key}: true }}");

        var found = Assert.Single(Gateway.BindMethod(text).Diagnostics);

        Assert.Equal(key, text.Part(found.Location));
        Assert.Contains($"'{key}'", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(49, true)]
    [InlineData(50, false)]
    public void A_long_value_is_not_compared_with_a_large_pattern(int length, bool isCompared)
    {
        var bound = Gateway.BindMethod(Gateway.WithField($"wallet.x: {{ type: string, pattern: '[a-z]{{1000}}', default: {new string('A', length)} }}"));

        Assert.Equal(isCompared, bound.Diagnostics.Count == 1);
    }
}

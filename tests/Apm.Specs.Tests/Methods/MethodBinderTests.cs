namespace Apm.Specs.Tests;

public class MethodBinderTests
{
    [Theory]
    [InlineData("status: available", "[|statsu|]: available", "did you mean 'status'?")]
    [InlineData("status: available", "status: available\n[|colour|]: red", "its keys are apm, name, api")]
    [InlineData("{ type: url, required: true }", "{ [|typ|]: url, required: true }", "did you mean 'type'?")]
    [InlineData("required: true }", "required: true, summary: Where it ends, [|really|] }", "a comma ends a value here: quote the text")]
    [InlineData("max: 100 }", "max: 100,[|000|] }", "a comma ends a value here: write a number without digit grouping")]
    [InlineData("max: 100 }", "max: 100, [|mni|]: 1 }", "did you mean 'min'?")]
    [InlineData("updated: ", "[|updatd|]: ", "did you mean 'updated'?")]
    [InlineData("status: available", "status: available\n[|variant|]: gateway/1/other", "is not a key of a method file")]
    public void Unknown_keys_are_reported_with_what_may_be_meant(string from, string to, string message) =>
        Gateway.ExpectInMethod(SpecDescriptors.UnknownKey, Gateway.Method.Edited(from, to), message);

    [Theory]
    [InlineData("apm: wallet", "apm: [|wallet|]", "name: Wallet\n", "needs 'name:'")]
    [InlineData("apm: wallet", "apm: [|wallet|]", "status: available\n", "available, pilot, coming-soon or discontinued")]
    [InlineData("apm: wallet", "apm: [|wallet|]", "source: { url: https://docs.example.com/wallet, updated: 2024-01-31 }\n", "{ url: https://docs.example.com")]
    [InlineData("apm: wallet", "apm: [|wallet|]", "capabilities: [sale, refund]\n", "[sale, refund]")]
    [InlineData("apm: wallet", "apm: [|wallet|]", "currencies: [EUR]\n", "[EUR, USD]")]
    [InlineData("apm: wallet", "apm: [|wallet|]", "api: gateway/1\n", "the id of an API file")]
    [InlineData("name: Wallet", "[|name|]:", "", "'name' has no value")]
    [InlineData("wallet.paidUrl", "[|wallet.paidUrl|]", "type: url, ", "has no type: add 'type:'")]
    [InlineData("wallet.paidUrl: {", "[|order.amuont|]: {", "type: url, ", "did you mean 'order.amount'?")]
    [InlineData("type: url", "type: [|enum|]", "", "add values: [FIRST, SECOND]")]
    [InlineData("type: url", "type: [|const|]", "", "write const: …")]
    [InlineData("type: url", "type: enum, values: [|[]|]", "", "such as [WEB, APP]")]
    [InlineData("[EUR]", "[|[]|]", "", "no currency is listed")]
    [InlineData("url: https://docs.example.com/wallet, ", "", "", "", "source:", "[|source|]:")]
    public void Missing_keys_are_reported_with_what_they_are(
        string from,
        string to,
        string removed,
        string message,
        string? alsoFrom = null,
        string? alsoTo = null)
    {
        var text = Gateway.Method.Edited(from, to);
        text = alsoFrom is null ? text : text.Edited(alsoFrom, alsoTo!);

        Gateway.ExpectInMethod(SpecDescriptors.MissingKey, removed.Length == 0 ? text : text.Edited(removed, ""), message);
    }

    [Theory]
    [InlineData("name: Wallet", "name: [|[Wallet]|]", "not a list")]
    [InlineData("currencies: [EUR]", "currencies: [|EUR|]", "for a single value write [EUR]")]
    [InlineData("capabilities: [sale, refund]", "capabilities: [|sale, refund|]", "not a single text")]
    [InlineData("[sale, refund]", "[sale, [|[refund]|]]", "each item must be one text")]
    [InlineData("available", "[|avaliable|]", "did you mean 'available'?")]
    [InlineData("2024-01-31", "[|31.01.2024|]", "such as 2024-01-31")]
    [InlineData("2024-01-31", "[|31 January 2024|]", "write 2024-01-31")]
    [InlineData("https://docs.example.com/wallet", "[|docs.example.com|]", "absolute http or https URL")]
    [InlineData("required: true", "required: [|yes|]", "write true or false")]
    [InlineData("required: true", "required: [|\"true\"|]", "write true or false")]
    [InlineData("type: url", "type: [|text|]", "string, enum, url")]
    [InlineData("type: url", "type: [|strng|]", "did you mean 'string'?")]
    [InlineData("{ type: url, required: true }", "[|url|]", "write wallet.paidUrl: { type: string }")]
    [InlineData("wallet.paidUrl: { type: url, required: true }", "[|wallet.paidUrl|]:", "write wallet.paidUrl: { type: string }")]
    [InlineData("type: url", "type: string, length: [|1-64|]", "such as 1..64")]
    [InlineData("type: url", "type: string, length: [|64..1|]", "1..64")]
    [InlineData("type: url", "type: string, length: [|-1..64|]", "within 0..")]
    [InlineData("type: url", "type: integer, range: 1..9, default: [|10|]", "its range is 1..9")]
    [InlineData("type: url", "type: enum, values: [WEB, APP], default: [|WEP|]", "did you mean 'WEB'?")]
    [InlineData("type: url", "type: string, length: 1..3, preset: [|long|]", "its length is 1..3")]
    [InlineData("type: url", "type: string, pattern: '[a-z]*', preset: [|Long|]", "its pattern does not allow it")]
    [InlineData("type: url", "type: boolean, preset: [|yes|]", "write true or false")]
    [InlineData("type: url", "type: object, type-name: [|my-type|]", "write a capital letter")]
    [InlineData("type: url", "type: object, type-name: [|My-Type|]", "then letters and digits")]
    [InlineData("type: url", "type: object, type-name: [|MyTypé|]", "then letters and digits")]
    [InlineData("type: url", "type: url, default: [|ftp://shop.example|]", "write an absolute http or https URL")]
    [InlineData("type: url", "type: enum, values: [WEB, APP], default: [|TELEPHONE|]", "write one of WEB, APP")]
    [InlineData("wallet.paidUrl", "[|wallet..paidUrl|]", "one dot between them")]
    [InlineData("wallet.paidUrl", "[|items[][].name|]", "a list of lists")]
    [InlineData("apm: wallet", "apm: [|My Wallet|]", "lowercase letters, digits")]
    [InlineData("apm: wallet", "apm: [|My Wallet|]", "'apm' must be ")]
    [InlineData("apm: wallet", "apm: [|walLet|]", "lowercase letters, digits")]
    [InlineData("apm: wallet", "apm: [|w!|]", "lowercase letters, digits")]
    [InlineData("apm: wallet", "apm: [|1wallet|]", "with a letter first")]
    [InlineData("apm: wallet", "apm: [|wallet/uk|]", "lowercase letters, digits")]
    public void Wrong_kinds_are_reported_with_the_right_one(string from, string to, string message) =>
        Gateway.ExpectInMethod(SpecDescriptors.WrongKind, Gateway.Method.Edited(from, to), message);

    [Theory]
    [InlineData("required: true", "required: [|by-default|]", "applies only to API files")]
    [InlineData("type: url", "type: integer, [|length|]: 1..64", "remove it, or change the type")]
    [InlineData("type: url", "type: url, [|values|]: [A]", "'values' applies only to enum, country, language, locale, currency")]
    public void Keys_that_do_not_apply_are_reported_with_where_they_apply(string from, string to, string message) =>
        Gateway.ExpectInMethod(SpecDescriptors.NotApplicable, Gateway.Method.Edited(from, to), message);

    [Theory]
    [InlineData("type: url", "type: [|url|], const: x", "remove 'type' or 'const'")]
    [InlineData("wallet.paidUrl", "[|order.amount.value|]", "is of type money, whose amount and currency need no fields")]
    [InlineData("wallet.paidUrl", "[|wallet|]", "so it is an object")]
    public void Contradictions_between_declarations_are_reported(string from, string to, string message) =>
        Gateway.ExpectInMethod(SpecDescriptors.Contradiction, Gateway.Method.Edited(from, to), message);

    [Theory]
    [InlineData("[EUR]", "[EUR, [|EUT|]]", "did you mean 'EUR'?")]
    [InlineData("[EUR]", "[EUR, [|eur|]]", "did you mean 'EUR'?")]
    [InlineData("[EUR]", "[EUR, [|Dollars|]]", "such as EUR")]
    [InlineData("status: available", "status: available\ncountries: [[|UK|]]", "did you mean 'GB'?")]
    [InlineData("status: available", "status: available\ncountries: [[|de|]]", "did you mean 'DE'?")]
    [InlineData("status: available", "status: available\ncountries: [[|Germany|]]", "such as DE")]
    [InlineData("type: url", "type: country, values: [DE, [|XX|]]", "not an ISO 3166-1")]
    [InlineData("type: url", "type: language, values: [de, [|jp|]]", "did you mean 'ja'?")]
    public void Unknown_codes_are_reported_with_the_nearest(string from, string to, string message) =>
        Gateway.ExpectInMethod(SpecDescriptors.UnknownCode, Gateway.Method.Edited(from, to), message);

    [Fact]
    public void An_unknown_api_is_reported_at_its_name_and_leaves_no_model()
    {
        var marked = Gateway.Method.Edited("gateway/1", "[|gateway/2|]");

        Expect.At(SpecDescriptors.UnknownName, marked, text => Gateway.BindMethod(text, api: null).Diagnostics, "no API file has the id 'gateway/2'");

        Assert.Null(Gateway.BindMethod(Markup.Parse(marked).Text, api: null).Model);
    }

    [Theory]
    [InlineData("[sale, refund]", "[sale, [|refnd|]]", "did you mean 'refund'?")]
    [InlineData("[sale, refund]", "[sale, [|settle|]]", "write one or more of refund, sale, authorization")]
    public void Unknown_capabilities_are_reported(string from, string to, string message) =>
        Gateway.ExpectInMethod(SpecDescriptors.UnknownName, Gateway.Method.Edited(from, to), message);

    [Theory]
    [InlineData("status: available", "status: available\n[|status|]: pilot", "the first is on line 4", "status")]
    [InlineData("[EUR]", "[EUR, [|EUR|]]", "remove one of the two", "EUR")]
    [InlineData("{ max: 100 }", "{ max: 100, [|max|]: 200 }", "the first is on line 8", "max")]
    public void What_stands_twice_is_reported_with_the_first_place(string from, string to, string message, string first)
    {
        var diagnostic = Gateway.ExpectInMethod(SpecDescriptors.DeclaredTwice, Gateway.Method.Edited(from, to), message);

        Assert.Equal(first, Gateway.Method.Part(diagnostic.Related));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("Zone")]
    [InlineData("MyZ9z0")]
    public void A_type_has_any_name_of_ASCII_letters_and_digits(string name) =>
        Assert.Empty(Gateway.BindMethod(Gateway.WithField($"wallet.kind: {{ type: enum, values: [A, B], type-name: {name} }}")).Diagnostics);

    [Fact]
    public void An_author_who_leaves_out_a_type_is_not_told_to_write_const() => Assert.DoesNotContain(
        "const",
        Assert.Single(Gateway.BindMethod(Gateway.Method.Edited("type: url, ", "")).Diagnostics).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("http://shop.example")]
    [InlineData("https://shop.example")]
    public void An_address_may_be_assumed(string address) =>
        Assert.Empty(Gateway.BindMethod(Gateway.WithField($"wallet.page: {{ type: url, default: '{address}' }}")).Diagnostics);

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void An_id_has_at_most_100_characters(int length, bool isId) =>
        Assert.Equal(isId, Gateway.BindMethod(Gateway.Method.Edited("apm: wallet", "apm: " + new string('w', length))).Diagnostics.Count == 0);

    [Fact]
    public void A_member_of_a_field_that_has_none_is_reported_with_the_type_of_that_field()
    {
        var field = "[|wallet.paidUrl.host|]: { type: string }";

        var diagnostic = Gateway.ExpectInMethod(
            SpecDescriptors.Contradiction,
            Gateway.WithField(field),
            "'wallet.paidUrl' is of type url, which has no members");

        Assert.Equal("url", Gateway.WithField(field).Part(diagnostic.Related));
    }

    [Fact]
    public void A_field_that_stands_twice_keeps_its_first_facts()
    {
        var text = Gateway.WithField("[|wallet.paidUrl|]: { type: string }");

        Gateway.ExpectInMethod(SpecDescriptors.DeclaredTwice, text);

        Assert.Equal(FieldType.Url, Gateway.BindMethod(Markup.Parse(text).Text).Model!.Request.Member("wallet")!.Member("paidUrl")!.Type);
    }

    [Fact]
    public void Too_many_fields_are_reported_once()
    {
        var fields = string.Concat(Enumerable.Range(1, 499).Select(i => $"  f{i}: {{ type: string }}\n"));

        Gateway.ExpectInMethod(SpecDescriptors.TooMuch, Gateway.Method + fields + "  [|g1|]: { type: string }\n  g2: { type: string }\n");
    }

    [Fact]
    public void Objects_within_objects_are_bounded() =>
        Gateway.ExpectInMethod(SpecDescriptors.TooMuch, Gateway.Method.Edited("wallet.paidUrl", "[|" + string.Join(".", Enumerable.Repeat("a", 17)) + "|]"));
}

namespace Apm.Specs.Tests;

/// <summary>A method does not allow what its API does not allow.</summary>
public class NarrowedFacetTests
{
    [Theory]
    [InlineData("{ type: phone, plus: optional }", "{ plus: required }", null)]
    [InlineData("{ type: phone, plus: optional }", "{ plus: forbidden }", null)]
    [InlineData("{ type: phone, plus: required }", "{ plus: [|optional|] }", "the plus sign is required")]
    [InlineData("{ type: phone }", "{ plus: [|required|] }", "the plus sign is forbidden")]
    [InlineData("{ type: string }", "{ checksum: cpf }", null)]
    [InlineData("{ type: string, checksum: [cpf, cnpj] }", "{ checksum: cpf }", null)]
    [InlineData("{ type: string, checksum: cpf }", "{ checksum: [|[cpf, aba]|] }", "the check digits are only those of CPF")]
    [InlineData("{ type: locale }", "{ separator: [|_|] }", "the separator _ is different from that")]
    [InlineData("{ type: locale, separator: _ }", "{ separator: _, values: [de_DE] }", null)]
    [InlineData("{ type: string }", "{ type: locale, separator: _ }", null)]
    [InlineData("{ type: decimal, decimals: 3 }", "{ decimals: 2, range: 0..9 }", null)]
    [InlineData("{ type: decimal, decimals: 2 }", "{ decimals: [|3|] }", "0..3 is wider than 0..2")]
    [InlineData("{ type: decimal, decimals: 3, form: text }", "{ decimals: [|2|] }", "the number of decimals is 3")]
    [InlineData("{ type: date-time }", "{ form: [|unix-seconds|] }", "the form unix-seconds is different from that")]
    [InlineData("{ type: date, days-ahead: 1..9 }", "{ days-ahead: 1..5 }", null)]
    [InlineData("{ type: date, days-ahead: 1..9 }", "{ days-ahead: [|1..10|] }", "1..10 is wider than 1..9")]
    [InlineData("{ type: string }", "{ type: [|date-time|] }", "the type date-time is different from string")]
    [InlineData("{ type: string }", "{ type: [|map|] }", "the type map is different from string")]
    [InlineData("{ type: map, count: ..3 }", "{ count: [|..4|] }", "..4 is wider than ..3")]
    public void A_facet_is_narrowed(string api, string field, string? message)
    {
        var gateway = Gateway.Api.Edited("  order.kind:", $"  order.x: {api}\n  order.kind:");
        var text = Gateway.WithField("order.x: " + field);
        if (message is null)
        {
            Assert.Empty(Gateway.BindMethod(text, gateway).Diagnostics);
        }
        else
        {
            Expect.At(SpecDescriptors.Widens, text, marked => Gateway.BindMethod(marked, gateway).Diagnostics, message);
        }
    }

    [Theory]
    [InlineData("", "[0-9]+")]
    [InlineData(", plus: forbidden", "[0-9]+")]
    [InlineData(", plus: optional", @"\+?[0-9]+")]
    [InlineData(", plus: required", @"\+[0-9]+")]
    public void The_plus_sign_is_part_of_the_pattern(string facet, string pattern) => Assert.Equal(
        pattern,
        Gateway.BindMethod(Gateway.WithField($"order.x: {{ type: phone{facet} }}")).Model!.Request.Member("order")!.Member("x")!.Pattern!.Text);

    [Fact]
    public void The_length_counts_the_plus_sign() => Gateway.ExpectInMethod(
        SpecDescriptors.Pattern,
        Gateway.WithField("order.x: { type: phone, plus: required, length: [|1|] }"),
        "no value is valid");
}

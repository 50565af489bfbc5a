namespace Apm.Specs.Tests;

/// <summary>What stands under <c>const</c>.</summary>
public class ConstTests
{
    [Theory]
    [InlineData("APM0004", "[|5|]", "quote it if it is a text, '5'")]
    [InlineData("APM0004", "[|1.10|]", "quote it if it is a text")]
    [InlineData("APM0004", "[|-1e3|]", "quote it if it is a text")]
    [InlineData("APM0007", "[|$amp|]", "did you mean '$apm'?")]
    [InlineData("APM0007", "[|$method|]", "quote a text that begins with $")]
    public void What_an_author_did_not_mean(string rule, string value, string words) =>
        Gateway.ExpectInMethod(Expect.Rule(rule), Gateway.WithField("wallet.version: { const: " + value + " }"), words);

    [Theory]
    [InlineData("'5'", "5")]
    [InlineData("\"$amp\"", "$amp")]
    [InlineData("2024-01-31", "2024-01-31")]
    [InlineData("v2", "v2")]
    [InlineData("$apm", "wallet")]
    public void Texts(string value, string sent)
    {
        var bound = Gateway.BindMethod(Gateway.WithField("wallet.version: { const: " + value + " }"));

        Assert.Empty(bound.Diagnostics);
        Assert.Equal(sent, bound.Model!.Request.Member("wallet")!.Member("version")!.Const);
    }

    [Theory]
    [InlineData("wallet.type: { const: [|other|] }", "'other' is different from '$apm', the id of the method at the gateway, in gateway.api.yaml")]
    [InlineData("wallet.type: { const: [|other|] }", "leave the field out")]
    [InlineData("wallet.type: { required: [|false|] }", "the API requires this field")]
    public void No_method_has_another_name_at_the_gateway(string field, string words)
    {
        Gateway.ExpectInMethod(SpecDescriptors.Widens, Gateway.WithField(field), words);
        Assert.Equal("wallet", Gateway.BindMethod(Gateway.WithField(Markup.Parse(field).Text)).Model!.Request.Member("wallet")!.Member("type")!.Const);
    }

    [Theory]
    [InlineData("body: { kind: { const: [|$apm|] } }")]
    [InlineData("body: { kind.of: { const: [|'$apm'|] } }")]
    public void No_body_that_methods_share_has_the_id_of_one(string body) =>
        Gateway.ExpectInApi(
            SpecDescriptors.NotApplicable,
            Gateway.Api.Edited("while: [captured]", "while: [captured], " + body),
            "all methods share the body of 'refund'");

    [Fact]
    public void No_type_in_such_a_body_has_it() =>
        Gateway.ExpectInApi(
            SpecDescriptors.NotApplicable,
            Gateway
                .Api.Edited("while: [captured]", "while: [captured], body: { a: { type: named } }")
                .Edited("request:\n", "types:\n  named: { kind: { const: [|$apm|] } }\nrequest:\n"),
            "declare 'a.kind' in the bodies that methods have");

    [Theory]
    [InlineData("$apm")]
    [InlineData("wallet")]
    public void A_method_may_say_its_name_again(string name) =>
        Assert.Empty(Gateway.BindMethod(Gateway.WithField($"wallet.type: {{ const: {name} }}")).Diagnostics);

    [Fact]
    public void A_constant_of_the_API_stays_its_value()
    {
        var api = Gateway.Api.Edited("  order.kind:", "  order.mark: { const: M }\n  order.kind:");

        var found = Expect.At(
            SpecDescriptors.Widens,
            Gateway.WithField("order.mark: { const: [|N|] }"),
            text => Gateway.BindMethod(text, api).Diagnostics,
            "'N'",
            "'M'");

        // The value is not the id of the method.
        Assert.DoesNotContain("method", found.Message, StringComparison.Ordinal);
    }
}

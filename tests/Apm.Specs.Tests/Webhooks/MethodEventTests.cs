namespace Apm.Specs.Tests;

/// <summary>The webhooks that payments of a method cause.</summary>
public class MethodEventTests
{
    private const string Api =
        Gateway.Api
        + "webhooks:\n  id: id\n  type: type\n  reference: order\n"
        + "  signature: { header: S, form: single, algorithm: hmac-sha256, encoding: hex }\n  acknowledge: { status: 200, seconds: 5 }\n"
        + "  types: { unknown: [saved] }\n  events: { saved: { members: { tokenId: { at: t, type: string }, until: { at: u, type: date } } } }\n";

    [Theory]
    [InlineData("saved: {}", "tokenId, until", "")]
    [InlineData("saved: { members: [until] }", "until", "")]
    [InlineData("saved: { when: { order.kind: { not: A } } }", "tokenId, until", "order.kind NoneOf A")]
    public void It_has_conditions_for_the_request_and_members_of_the_type(string events, string members, string when)
    {
        var bound = Bind(Gateway.Method + $"webhooks: {{ events: {{ {events} }} }}\n");

        Assert.Empty(bound.Diagnostics);
        var caused = Assert.Single(bound.Model!.Events);
        Assert.Equal(("saved", members), (caused.Type, string.Join(", ", caused.Members)));
        Assert.Equal(when, string.Join(", ", caused.When.Select(condition => $"{condition.Path} {condition.Test} {string.Join("|", condition.Values)}")));
    }

    [Theory]
    [InlineData("APM0007", "{ events: { [|saved2|]: {} } }", "did you mean 'saved'?")]
    [InlineData("APM0004", "{ events: { saved: [|[tokenId]|] } }", "not a list")]
    [InlineData("APM0007", "{ events: { saved: { when: { [|order.knd|]: A } } } }", "did you mean 'order.kind'?")]
    [InlineData("APM0007", "{ events: { saved: { members: [[|tokenid|]] } } }", "did you mean 'tokenId'?")]
    [InlineData("APM0003", "{ events: { saved: { [|when|]: } } }", "'when' has no value")]
    [InlineData("APM0004", "{ events: { saved: { [|when|]: { 'order.goods[].text': present } } } }", "name fields outside of lists")]
    [InlineData("APM0004", "{ events: [|[saved]|] }", "not a list")]
    [InlineData("APM0003", "[|{}|]", "needs 'events:'")]
    public void A_mistake_is_reported_at_its_place(string rule, string marked, string words)
    {
        var place = rule == "APM0003" && marked == "[|{}|]" ? "[|webhooks|]: {}" : "webhooks: " + marked;
        var method = Gateway.Method.Edited("wallet.paidUrl", "order.goods[].text: { type: string }\n  wallet.paidUrl");

        Expect.At(Expect.Rule(rule), method + place + "\n", text => Bind(text).Diagnostics, words);
    }

    [Fact]
    public void A_method_that_extends_another_has_the_same_and_none_of_its_own()
    {
        var extended = SpecParser.Parse("wallet.apm.yaml", Gateway.Method + "webhooks: { events: { saved: { members: [until] } } }\n");
        var api = SpecParser.Parse(Gateway.ApiFile, Api);

        Assert.Equal(["until"], Assert.Single(Overlay("extends: gateway/1/wallet\n").Model!.Events).Members);
        var refused = Assert.Single(Overlay("extends: gateway/1/wallet\nwebhooks: { events: { saved: {} } }\n").Diagnostics);
        Assert.Equal(SpecDescriptors.UnknownKey, refused.Rule);

        BoundMethod Overlay(string text) => SpecBinder.BindMethod(SpecParser.Parse("mine.apm.yaml", text), extended, api, []);
    }

    private static BoundMethod Bind(string text) => Gateway.BindMethod(text, Api);
}

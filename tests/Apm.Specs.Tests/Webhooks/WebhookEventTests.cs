namespace Apm.Specs.Tests;

/// <summary>Types of webhooks with members of their own, in the file of an API.</summary>
public class WebhookEventTests
{
    private const string Start =
        "webhooks:\n  id: id\n  type: [event.type, type]\n  reference: order\n  classification: { at: event.kind, payment: [payment, refund] }\n"
        + "  signature: { header: S, form: single, algorithm: hmac-sha256, encoding: hex }\n  acknowledge: { status: 200, seconds: 5 }\n"
        + "  types: { unknown: [saved, printed] }\n";

    private const string Saved =
        "  events:\n    saved:\n      when: { event.token: present, event.by: [shop, '1'] }\n      summary: A token.\n      members:\n"
        + "        tokenId: { at: [event.token.id, event.tokenId], type: string, summary: Its id. }\n        until: { at: event.until, type: date }\n";

    [Fact]
    public void A_type_has_conditions_and_members()
    {
        var bound = Gateway.BindApi(Gateway.Api + Start + Saved);

        Assert.Empty(bound.Diagnostics);
        var webhooks = bound.Model!.Webhooks!;
        Assert.Equal(["event.type", "type"], webhooks.TypePaths);
        Assert.Equal(new WebhookClassificationModel("event.kind", new[] { "payment", "refund" }.ToEquatableArray()), webhooks.Classification);
        var saved = Assert.Single(webhooks.Events);
        Assert.Equal(("saved", "A token."), (saved.Type, saved.Summary));
        Assert.Equal(
            [
                new MemberConditionModel("event.token", ConditionTest.Present, default),
                new MemberConditionModel("event.by", ConditionTest.OneOf, new[] { "shop", "1" }.ToEquatableArray()),
            ],
            saved.When);
        Assert.Equal(
            [
                new WebhookMemberModel("tokenId", new[] { "event.token.id", "event.tokenId" }.ToEquatableArray(), WebhookMemberType.String, "Its id."),
                new WebhookMemberModel("until", new[] { "event.until" }.ToEquatableArray(), WebhookMemberType.Date, null),
            ],
            saved.Members);
    }

    [Fact]
    public void Two_types_may_have_members_at_the_same_place() => Assert.Empty(
        Gateway.BindApi(Gateway.Api + Start + Saved + "    printed: { members: { copyOf: { at: event.token.id, type: string } } }\n").Diagnostics);

    [Theory]
    [InlineData("APM0007", "[|saed|]: { members: { a: { at: a, type: string } } }", "did you mean 'saved'?")]
    [InlineData("APM0007", "[|thrown|]: { members: { a: { at: a, type: string } } }", "add it under 'types'")]
    [InlineData("APM0003", "saved: { members: [|{}|] }", "'members' is empty")]
    [InlineData("APM0003", "saved: { when: [|{}|], members: { a: { at: a, type: string } } }", "'when' is empty")]
    [InlineData("APM0003", "saved: { when: { [|a|]: { } }, members: { a: { at: a, type: string } } }", "needs 'not:'")]
    [InlineData("APM0003", "saved: { when: { a: [|[]|] }, members: { a: { at: a, type: string } } }", "is empty")]
    [InlineData("APM0004", "saved: { when: { [|a..b|]: present }, members: { a: { at: a, type: string } } }", "has an empty part")]
    [InlineData("APM0004", "saved: { members: { [|a-b|]: { at: a, type: string } } }", "letters and digits")]
    [InlineData("APM0008", "saved: { members: { a: { at: a, type: string }, b: { at: [|a.b|], type: string } } }", "is within the other")]
    [InlineData("APM0008", "saved: { members: { a: { at: [|event.kind|], type: string } } }", "'event.kind' of 'at'")]
    [InlineData("APM0008", "saved: { members: { a: { at: [|type|], type: string } } }", "of 'type'")]
    public void A_mistake_is_reported_at_its_place(string rule, string marked, string words) =>
        Gateway.ExpectInApi(Expect.Rule(rule), Gateway.Api + Start + "  events:\n    " + marked + "\n", words);

    [Fact]
    public void A_condition_that_is_the_word_present_in_quotes_is_a_value()
    {
        var saved = Assert.Single(Gateway.BindApi(Gateway.Api + Start + Saved.Edited("present", "'present'")).Model!.Webhooks!.Events);

        Assert.Equal(["present"], saved.When[0].Values);
    }

    [Fact]
    public void Their_number_is_limited()
    {
        var members = string.Join(", ", Enumerable.Range(0, 101).Select(i => $"m{i}: {{ at: a{i}, type: string }}"));
        var conditions = string.Join(", ", Enumerable.Range(0, 21).Select(i => $"a{i}: present"));
        var types = string.Join(", ", Enumerable.Range(0, 51).Select(i => $"t{i}"));
        var events = string.Concat(Enumerable.Range(0, 51).Select(i => $"    t{i}: {{ members: {{ a: {{ at: a, type: string }} }} }}\n"));
        var paths = string.Join(", ", Enumerable.Range(0, 21).Select(i => $"p{i}"));

        Assert.Contains("more than 100 members", Single(Start + $"  events: {{ saved: {{ members: {{ {members} }} }} }}\n"), StringComparison.Ordinal);
        Assert.Contains(
            "more than 20 conditions",
            Single(Start + $"  events: {{ saved: {{ when: {{ {conditions} }}, members: {{ a: {{ at: a, type: string }} }} }} }}\n"),
            StringComparison.Ordinal);
        Assert.Contains("more than 50 types", Single(Start.Edited("[saved, printed]", $"[{types}]") + "  events:\n" + events), StringComparison.Ordinal);
        Assert.Contains("more than 20 paths", Single(Start.Edited("[event.type, type]", $"[{paths}]")), StringComparison.Ordinal);

        static string Single(string webhooks)
        {
            var found = Assert.Single(Gateway.BindApi(Gateway.Api + webhooks).Diagnostics);
            Assert.Equal(SpecDescriptors.TooMuch, found.Rule);
            return found.Message;
        }
    }
}

namespace Apm.Specs.Tests;

/// <summary>What is right by itself, and cannot be beside something else.</summary>
public class ContradictionTests
{
    [Theory]
    [InlineData("{ require: order.count, when: { order.kind: A } }", "{ forbid: [|order.count|] }")]
    [InlineData("{ forbid: order.count }", "{ require: [|order.count|], when: { order.kind: A } }")]
    [InlineData("{ require: order.count, when: { order.kind: A } }", "{ forbid: [id2, [|order.count|]], when: { order.kind: A } }")]
    [InlineData("{ require: order.buyer.news, when: { order.kind: A, order.count: 2 } }", "{ forbid: [|order.buyer.news|], when: { order.kind: A } }")]
    [InlineData("{ forbid: order.extra }", "{ require: [|order.extra.part|], when: { order.kind: A } }")]
    [InlineData("{ require: order.extra.part, when: { order.kind: A } }", "{ forbid: [|order.extra|] }")]
    [InlineData("{ forbid: order.items }", "{ require: [|'order.items[].name'|], when: { order.kind: A } }")]
    [InlineData("{ require: 'order.items[].name', when: { order.kind: A } }", "{ forbid: [|order.items|] }")]
    public void Required_and_forbidden_at_once(string first, string second)
    {
        var found = Gateway.ExpectInMethod(SpecDescriptors.Contradiction, Rules(first, second), "contradicts this rule for 'order.", "the rule on line 17");

        Assert.NotNull(found.Related);
    }

    [Theory]
    [InlineData("{ require: order.count, when: { order.kind: A } }", "{ forbid: order.count, when: { order.kind: B } }")]
    [InlineData("{ require: order.count, when: { order.kind: A } }", "{ forbid: order.count, when: { order.kind: A, order.country: DE } }")]
    [InlineData("{ require: 'order.items[].name', when: { order.kind: A } }", "{ forbid: 'order.items[].size' }")]
    [InlineData("{ require: order.extra, when: { order.kind: A } }", "{ forbid: order.extra.part }")]
    public void Required_here_and_forbidden_there(string first, string second) => Assert.Empty(Gateway.BindMethod(Rules(first, second)).Diagnostics);

    [Fact]
    public void The_same_rule_twice() => Gateway.ExpectInMethod(
        SpecDescriptors.DeclaredTwice,
        Rules("{ require: order.count, when: { order.kind: A } }", "{ [|require|]: order.count, because: it is so, when: { order.kind: A } }"),
        "the rule on line 17 is the same: remove one of them");

    [Theory]
    [InlineData("present")]
    [InlineData("absent")]
    [InlineData("2")]
    public void Required_where_it_is_there(string condition) => Gateway.ExpectInMethod(
        SpecDescriptors.Contradiction,
        Gateway.Method + "rules:\n  - { require: [|order.count|], when: { order.count: " + condition + " } }\n",
        "is required when it is set");

    [Theory]
    [InlineData("wallet.code: { type: string, length: [|0|] }", "allows no value")]
    [InlineData("wallet.tags: { type: list, count: [|..0|] }\n  wallet.tags[]: { type: string }", "allows no value")]
    public void A_range_that_allows_nothing(string field, string words) => Gateway.ExpectInMethod(SpecDescriptors.WrongKind, Gateway.WithField(field), words);

    [Fact]
    public void A_default_that_is_never_used() => Gateway.ExpectInMethod(
        SpecDescriptors.Contradiction,
        Gateway.WithField("wallet.kind: { type: enum, values: [A, B], [|default|]: A, preset: B }"),
        "keep 'preset' or 'default'");

    [Fact]
    public void A_field_of_which_nobody_knows_the_type_is_not_of_a_wrong_one() =>
        Gateway.ExpectInMethod(SpecDescriptors.MissingKey, Gateway.WithField("[|order.coumt|]: { range: 1..2 }"), "did you mean 'order.count'?");

    [Theory]
    [InlineData("{ min: 0, max: [|0|] }")]
    [InlineData("{ max: [|{ minor: 0 }|] }")]
    public void A_limit_that_leaves_nothing(string limit) =>
        Gateway.ExpectInMethod(SpecDescriptors.Limit, Gateway.Method.Edited("{ max: 100 }", limit), "a maximum of 0.00 EUR allows no payment");

    [Fact]
    public void A_limit_may_begin_at_nothing() => Assert.Empty(Gateway.BindMethod(Gateway.Method.Edited("max: 100", "min: 0, max: 100")).Diagnostics);

    [Fact]
    public void Sale_and_authorization_where_nothing_chooses()
    {
        Gateway.ExpectInMethod(
            SpecDescriptors.Contradiction,
            Gateway.Method.Edited("[sale, refund]", "[sale, [|authorization|], refund]"),
            "name the field that chooses as 'sale' under 'payment' of the API");
        Assert.Empty(
            Gateway
                .BindMethod(
                    Gateway.Method.Edited("[sale, refund]", "[sale, authorization]"),
                    Gateway.Api.Edited("value: order.amount, ", "value: order.amount, sale: order.buyer.news, "))
                .Diagnostics);
    }

    private static string Rules(string first, string second) => Gateway.WithField("""
        id2: { type: string }
          order.extra.part: { type: string }
          order.items[].name: { type: string }
          order.items[].size: { type: integer }
        """) + "rules:\n  - " + first + "\n  - " + second + "\n";
}

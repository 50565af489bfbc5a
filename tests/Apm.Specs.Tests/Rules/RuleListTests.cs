namespace Apm.Specs.Tests;

/// <summary>What stands under <c>rules:</c>, whatever the rules say.</summary>
public class RuleListTests
{
    [Theory]
    [InlineData("APM0003", "- [|{}|]", "a rule must have one of the keys")]
    [InlineData("APM0008", "- { require: order.count, [|forbid|]: order.kind }", "write two rules for 'require' and 'forbid'")]
    [InlineData("APM0003", "- { all-or-none: [|[order.count]|] }", "two fields or more")]
    [InlineData("APM0004", "- { length: { order.note: [|short|] } }", "a number or a range of code points, such as 11")]
    public void A_rule_that_says_nothing_or_too_much(string rule, string item, string words) =>
        Gateway.ExpectInMethod(Expect.Rule(rule), Gateway.Method + "rules:\n  " + item + "\n", words);

    /// <summary>Without its condition it would forbid what the author forbids at times.</summary>
    [Fact]
    public void A_rule_whose_condition_is_not_written_yet_is_dropped()
    {
        var text = Gateway.Method + "rules:\n  - { forbid: order.count, [|when|]: }\n";

        Gateway.ExpectInMethod(SpecDescriptors.MissingKey, text, "'when' has no value");
        Assert.Empty(Gateway.BindMethod(Markup.Parse(text).Text).Model!.Rules);
    }

    [Fact]
    public void Too_many_rules_are_reported_at_the_first_that_is_too_many()
    {
        var rules = string.Concat(Enumerable.Range(0, 200).Select(count => $"  - {{ require: order.count, when: {{ order.note: n{count} }} }}\n"));

        Gateway.ExpectInMethod(
            SpecDescriptors.TooMuch,
            Gateway.Method + "rules:\n" + rules + "  - [|{ forbid: order.count, when: { order.note: other } }|]\n",
            "there are more than 200 rules");
    }

    [Fact]
    public void A_length_together_is_of_all_items_and_any_other_rule_is_of_each()
    {
        var bound = Gateway.BindMethod(Gateway.WithField("wallet.labels[].text: { type: string }\n  wallet.labels[].kind: { type: string }")
            + "rules:\n  - combined-length: { 'wallet.labels[].text': ..255 }\n  - require: wallet.labels[].text\n    when: { 'wallet.labels[].kind': A }\n");

        Assert.Empty(bound.Diagnostics);
        Assert.Equal([null, "wallet.labels"], bound.Model!.Rules.Select(rule => rule.List));
    }

    [Theory]
    [InlineData("5..9", 5, 9)]
    [InlineData("1..5", 1, 5)]
    [InlineData("10..12", 10, 12)]
    [InlineData("24..", 24, null)]
    [InlineData("..2", 0, 2)]
    public void A_rule_can_limit_the_length_of_a_field_to_some_of_its_lengths(string range, int min, int? max)
    {
        var bound = Gateway.BindMethod(Gateway.Method + $"rules:\n  - {{ length: {{ order.line: {range} }}, when: {{ order.kind: A }} }}\n");

        Assert.Empty(bound.Diagnostics);
        Assert.Equal(new LengthModel(min, max), Assert.Single(bound.Model!.Rules).Length);
    }

    [Theory]
    [InlineData("..1")]
    [InlineData("25..")]
    public void A_length_that_a_field_never_has_is_reported(string range) => Gateway.ExpectInMethod(
        SpecDescriptors.Contradiction,
        Gateway.Method + $"rules:\n  - {{ length: {{ order.line: [|{range}|] }}, when: {{ order.kind: A }} }}\n",
        "'order.line'",
        "2..24");

    [Fact]
    public void A_length_of_a_member_of_items_is_checked_for_each_item()
    {
        var bound = Gateway.BindMethod(Gateway.WithField("wallet.labels[].text: { type: string }")
            + "rules:\n  - { length: { 'wallet.labels[].text': 5 }, when: { order.kind: A } }\n");

        Assert.Empty(bound.Diagnostics);
        Assert.Equal("wallet.labels", Assert.Single(bound.Model!.Rules).List);
    }
}

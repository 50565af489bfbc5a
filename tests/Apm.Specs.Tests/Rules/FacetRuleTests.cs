namespace Apm.Specs.Tests;

/// <summary>Rules about values, ranges and patterns, groups, alternatives and the money of the payment.</summary>
public class FacetRuleTests
{
    [Fact]
    public void A_list_under_when_has_alternatives()
    {
        var rule = Bind("- require: order.count\n    when: [{ order.kind: A }, { order.kind: B, $payment.currency: EUR }]");

        Assert.Empty(rule.When);
        Assert.Equal([1, 2], rule.AnyOf.Select(alternative => alternative.Count));
        Assert.Equal(("order.amount", true), (rule.AnyOf[1][1].Path, rule.AnyOf[1][1].IsCurrency));
        Assert.Equal("order.count must be set when order.kind is A, or when order.kind is B and the currency of order.amount is EUR",
            RuleText.Of(rule, path => path));
    }

    [Fact]
    public void One_alternative_is_a_condition()
    {
        var rule = Bind("- require: order.count\n    when: [{ order.kind: A }]");

        Assert.Single(rule.When);
        Assert.Empty(rule.AnyOf);
    }

    [Theory]
    [InlineData("order.kind: { values: [A, B] }", 2)]
    [InlineData("order.kind: { values: [A, C] }", 1)]
    [InlineData("order.kind: { values: [C] }", 0)]
    public void An_alternative_that_cannot_hold_is_left_out(string field, int alternatives)
    {
        const string Rule = "rules:\n  - { require: order.count, when: [{ order.kind: A }, { order.kind: B }] }\n";

        var rules = Gateway.BindMethod(Gateway.WithField(field), Gateway.Api + Rule).Model!.Rules;

        Assert.Equal(alternatives, rules.Sum(rule => Math.Max(rule.AnyOf.Count, rule.When.Count)));
    }

    [Theory]
    [InlineData("order.kind: { values: [A, B] }", "A")]
    [InlineData("order.kind: { values: [A] }", null)]
    [InlineData("order.kind: { values: [B] }", "A, C")]
    [InlineData("order.kind: { type: const, const: C }", null)]
    public void A_method_keeps_a_rule_about_values_that_its_field_can_break(string field, string? values)
    {
        const string Rule = "rules:\n  - { values: { order.kind: [A, C] }, when: { order.count: 1 } }\n";

        var bound = Gateway.BindMethod(Gateway.WithField(field.Replace("type: const, ", "", StringComparison.Ordinal)), Gateway.Api + Rule);

        Assert.Empty(bound.Diagnostics);
        Assert.Equal(values, bound.Model!.Rules.Select(rule => string.Join(", ", rule.Values)).SingleOrDefault());
    }

    [Fact]
    public void A_method_that_requires_one_of_the_fields_keeps_no_rule_about_at_least_one()
    {
        const string Rule = "rules:\n  - { at-least-one: [order.kind, order.count] }\n";

        Assert.Single(Gateway.BindMethod(Gateway.Method, Gateway.Api + Rule).Model!.Rules);
        Assert.Empty(Gateway.BindMethod(Gateway.WithField("order.kind: { required: true }"), Gateway.Api + Rule).Model!.Rules);
    }

    [Fact]
    public void A_method_that_requires_one_of_the_fields_keeps_the_rule_about_at_most_one()
    {
        const string Rule = "rules:\n  - { at-most-one: [order.kind, order.count] }\n";

        var bound = Gateway.BindMethod(Gateway.WithField("order.kind: { required: true }"), Gateway.Api + Rule);

        Assert.Equal(["order.kind", "order.count"], Assert.Single(bound.Model!.Rules).Paths);
    }

    [Theory]
    [InlineData("$payment.value", "order.parts[].price", "sum(order.parts[].price)")]
    [InlineData("$payment.value", "sum(order.parts[].price) + 1", "cannot be added")]
    [InlineData("order.count", "sum(order.parts[].price)", "and the sum is an amount of money")]
    [InlineData("$payment.value", "sum(order.parts[].price) * sum(order.parts[].price)", "cannot be multiplied")]
    [InlineData("$payment.currency", "order.count", "applies only to conditions")]
    [InlineData("$payment.valu", "order.count", "did you mean '$payment.value'?")]
    public void Sums_of_money_have_one_unit(string field, string to, string message) => Assert.Contains(
        Gateway.BindMethod(Gateway.WithField($"order.parts[].price: {{ type: money }}\nrules:\n  - equal: {field}\n    to: '{to}'\n")).Diagnostics,
        diagnostic => diagnostic.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void The_value_of_the_payment_is_its_field()
    {
        var rule = Bind("- { equal: $payment.value, to: 'sum(order.parts[].price) * 2' }", "order.parts[].price: { type: money }");

        Assert.Equal("order.amount", Assert.Single(rule.Paths));
        Assert.True(rule.To!.IsMoney);
    }

    [Theory]
    [InlineData("$payment.value")]
    [InlineData("$payment.currency")]
    public void A_body_has_no_payment(string name) => Gateway.ExpectInApi(
        SpecDescriptors.NotApplicable,
        Gateway.Api.Edited(
            "refund: { post: refund, status: 202, while: [captured] }",
            $"refund: {{ post: refund, status: 202, while: [captured], body: {{ note: {{ type: string }} }}, "
                + $"rules: [{{ require: note, when: {{ [|{name}|]: present }} }}] }}"),
        "applies only to rules of the payment request");

    private static RuleModel Bind(string rule, string field = "order.x: { type: string }")
    {
        var bound = Gateway.BindMethod(Gateway.WithField($"{field}\nrules:\n  {rule}\n"));
        Assert.Empty(bound.Diagnostics);
        return Assert.Single(bound.Model!.Rules);
    }
}

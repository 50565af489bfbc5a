namespace Apm.Specs.Tests;

/// <summary>Rules of an API in its methods, whose fields can have fewer values.</summary>
public class BaseRuleTests
{
    private const string Rules = "rules:\n  - { require: order.count, when: { order.kind: [A, B] } }\n";

    [Theory]
    [InlineData("order.note: { length: ..9 }", "A", "B")]
    [InlineData("order.kind: { values: [A, C] }", "A")]
    public void A_method_keeps_a_rule_for_the_values_that_its_field_can_have(string field, params string[] values)
    {
        var bound = Gateway.BindMethod(Gateway.WithField(field), Gateway.Api + Rules);

        Assert.Empty(bound.Diagnostics);
        Assert.Equal(values, Assert.Single(Assert.Single(bound.Model!.Rules).When).Values);
    }

    [Fact]
    public void A_rule_that_never_applies_to_a_method_is_not_one_of_its_rules()
    {
        var bound = Gateway.BindMethod(Gateway.WithField("order.kind: { values: [C] }"), Gateway.Api + Rules);

        Assert.Empty(bound.Diagnostics);
        Assert.Empty(bound.Model!.Rules);
    }

    [Theory]
    [InlineData("all-or-none: [order.kind, order.count]")]
    [InlineData("forbid: [order.kind, order.count], when: { id: x }")]
    public void A_method_keeps_a_rule_for_several_fields(string rule)
    {
        var bound = Gateway.BindMethod(Gateway.Method, Gateway.Api + $"rules:\n  - {{ {rule} }}\n");

        Assert.Equal(["order.kind", "order.count"], Assert.Single(bound.Model!.Rules).Paths);
    }
}

namespace Apm.Specs.Tests;

public class ConditionTests
{
    [Theory]
    [InlineData("{ starts-with: TI }", true)]
    [InlineData("{ starts-with: [X, TILL] }", true)]
    [InlineData("{ starts-with: LL }", false)]
    [InlineData("{ starts-with: TILLS }", false)]
    [InlineData("TILL", true)]
    [InlineData("[X, TILL]", true)]
    [InlineData("TIL", false)]
    [InlineData("{ not: TILL }", false)]
    [InlineData("{ not: TIL }", true)]
    public void Where_a_field_is_absent_its_default_is_looked_at(string condition, bool isMet)
    {
        var bound = Gateway.BindMethod(Gateway.WithField("wallet.text: { type: string, default: TILL }")
            + $"rules:\n  - require: order.count\n    when: {{ wallet.text: {condition} }}\n");

        Assert.Empty(bound.Diagnostics);
        Assert.Equal(isMet, Assert.Single(Assert.Single(bound.Model!.Rules).When).IsMetByAbsence);
    }

    [Fact]
    public void A_condition_names_a_field_and_a_value()
    {
        Gateway.ExpectInMethod(SpecDescriptors.MissingKey, When("[|when|]: {}"), "'when'");
        Gateway.ExpectInMethod(SpecDescriptors.MissingKey, When("when: { order.kind: [|[]|] }"), "no value");
    }

    [Fact]
    public void A_condition_has_a_test() =>
        Gateway.ExpectInMethod(SpecDescriptors.MissingKey, When("when: { order.kind: [|{}|] }"), "{ not: … }", "{ starts-with: … }");

    [Theory]
    [InlineData("order.count: [|10|]", "'order.count'", "1..9")]
    [InlineData("order.buyer.news: [|yes|]", "'yes'", "write true or false")]
    public void A_value_that_a_field_never_has_is_reported(string condition, params string[] words) =>
        Gateway.ExpectInMethod(Expect.Rule("APM0004"), When($"when: {{ {condition} }}"), words);

    [Theory]
    [InlineData("order.count", "9")]
    [InlineData("order.buyer.news", "true")]
    [InlineData("order.buyer.news", "false")]
    public void A_value_that_a_field_can_have_is_compared(string path, string value)
    {
        var bound = Gateway.BindMethod(Gateway.Method + $"rules:\n  - {{ forbid: order.kind, when: {{ {path}: {value} }} }}\n");

        Assert.Empty(bound.Diagnostics);
        Assert.Equal([value], Assert.Single(Assert.Single(bound.Model!.Rules).When).Values);
    }

    [Fact]
    public void A_number_does_not_start_with_a_text() =>
        Gateway.ExpectInMethod(SpecDescriptors.NotApplicable, When("when: { order.count: { starts-with: [|1|] } }"), "order.count", "write one or more values");

    [Theory]
    [InlineData("wallet.link: { type: url }")]
    [InlineData("wallet.day: { type: date }")]
    [InlineData("wallet.data: { type: json }")]
    [InlineData("wallet.sum: { type: money }")]
    public void What_has_no_values_to_compare_is_there_or_not(string field)
    {
        var path = field[..field.IndexOf(':', StringComparison.Ordinal)];
        Gateway.ExpectInMethod(
            SpecDescriptors.NotApplicable,
            Gateway.WithField(field) + $"rules:\n  - require: order.count\n    when: {{ {path}: [|x|] }}\n",
            path,
            "write present or absent");
    }

    [Fact]
    public void A_consent_may_be_required_and_a_constant_may_not()
    {
        var consent = Gateway.WithField("wallet.terms: { const: true, required: false }") + "rules:\n  - require: wallet.terms\n    when: { order.kind: A }\n";
        Assert.Empty(Gateway.BindMethod(consent).Diagnostics);
        var constant = Gateway.WithField("wallet.mark: { const: M, required: false }") + "rules:\n  - require: wallet.mark\n    when: { order.kind: A }\n";
        Assert.NotEmpty(Gateway.BindMethod(constant).Diagnostics);
    }

    private static string When(string when) => Gateway.Method + "rules:\n  - require: order.count\n    " + when + "\n";
}

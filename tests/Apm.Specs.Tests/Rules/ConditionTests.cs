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
}

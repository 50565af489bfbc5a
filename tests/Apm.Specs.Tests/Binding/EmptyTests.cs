using Apm.Specs.Diagnostics;

namespace Apm.Specs.Tests.Binding;

/// <summary>A list or mapping in which nothing stands, where something has to.</summary>
public class EmptyTests
{
    [Theory]
    [InlineData("require: [|[]|], when: { order.kind: A }", "'require' is empty: it is the path of a field")]
    [InlineData("forbid: [|[]|], when: { order.kind: A }", "'forbid' is empty")]
    [InlineData("length: [|{}|], when: { order.kind: A }", "'length' is empty: it is a path with a number or a range")]
    [InlineData("combined-length: [|{}|]", "'combined-length' is empty")]
    public void A_rule(string rule, string message) =>
        Gateway.ExpectInMethod(SpecRules.MissingKey, Gateway.Method + "rules:\n  - { " + rule + " }\n", message);

    [Theory]
    [InlineData("lists: { near: [|[]|] }", "'near' is empty: it is a list of values")]
    public void The_API(string added, string message) => Gateway.ExpectInApi(SpecRules.MissingKey, Gateway.Api + added + "\n", message);

    [Fact]
    public void Nothing_offered_and_no_countries_are_facts() =>
        Assert.Empty(Gateway.BindMethod(Gateway.Method.Replace("capabilities: [sale, refund]", "capabilities: []\ncountries: []", StringComparison.Ordinal)).Diagnostics);
}

namespace Apm.Specs.Tests;

/// <summary>A list or mapping in which nothing stands, where something has to.</summary>
public class EmptyTests
{
    [Theory]
    [InlineData("require: [|[]|], when: { order.kind: A }", "'require' is empty: write the path of a field")]
    [InlineData("forbid: [|[]|], when: { order.kind: A }", "'forbid' is empty")]
    [InlineData("length: [|{}|], when: { order.kind: A }", "'length' is empty: write a path with a number or a range")]
    [InlineData("combined-length: [|{}|]", "'combined-length' is empty")]
    public void A_rule(string rule, string message) =>
        Gateway.ExpectInMethod(SpecDescriptors.MissingKey, Gateway.Method + "rules:\n  - { " + rule + " }\n", message);

    [Fact]
    public void A_list_of_the_API() =>
        Gateway.ExpectInApi(SpecDescriptors.MissingKey, Gateway.Api + "lists: { near: [|[]|] }\n", "'near' is empty: write a list of values");

    [Fact]
    public void No_countries_are_a_fact() => Assert.Empty(Gateway.BindMethod(Gateway.Method + "countries: []\n").Diagnostics);

    [Theory]
    [InlineData("[|[]|]")]
    [InlineData("[|[refund]|]")]
    public void A_method_that_nobody_can_pay_with(string capabilities) =>
        Gateway.ExpectInMethod(
            SpecDescriptors.MissingKey,
            Gateway.Method.Edited("[sale, refund]", capabilities),
            "add sale (paid at once) or authorization (settled later)");

    [Fact]
    public void A_currency_without_its_limit() =>
        Gateway.ExpectInMethod(
            SpecDescriptors.MissingKey,
            Gateway.Method.Edited("EUR: { max: 100 }", "EUR: [|[]|]"),
            "'EUR' is empty: write a limit, such as { max: 1000 }, or a list of them");
}

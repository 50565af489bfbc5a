using Xunit;

namespace Apm.Analyzers.Tests.Expressions;

public class MemberTests
{
    [Theory]
    [InlineData("""
        var (amount, code) = (100L, "USD");
        _ = Instruction with { Value = new Money(amount, {|APM1001:code|}) };
        (amount, code) = (100L, "EUR");
        _ = Instruction with { Value = new Money(amount, code) };
        """)]
    [InlineData("""
        var pair = (Wrong: "USD", Right: "EUR");
        _ = Instruction with { Value = new Money(100, {|APM1001:pair.Wrong|}) };
        _ = Instruction with { Value = new Money(100, {|APM1001:pair.Item1|}) };
        _ = Instruction with { Value = new Money(100, pair.Right) };
        """)]
    [InlineData("""
        var (wrong, right) = Pair();
        _ = Instruction with { Value = new Money(100, {|APM1001:wrong|}) };
        _ = Instruction with { Value = new Money(100, right) };
        """, """private static (string, string) Pair() => ("USD", "EUR");""")]
    [InlineData("""
        var (wrong, right) = (new Order("USD", 1), new Order("EUR", 1));
        _ = Instruction with { Value = new Money(100, {|APM1001:wrong.Code|}) };
        _ = Instruction with { Value = new Money(100, right.Code) };
        """)]
    [InlineData("""
        Order wrong = new("EUR", 1) { Id = "a_b" };
        _ = new WorldpayMerchant { Entity = {|APM1005:wrong.Id|} };
        _ = new WorldpayMerchant { Entity = (wrong with { Id = "a-b" }).Id };
        """)]
    [InlineData("""
        var basket = new { Wrong = "USD", Right = "EUR" };
        _ = Instruction with { Value = new Money(100, {|APM1001:basket.Wrong|}) };
        _ = Instruction with { Value = new Money(100, basket.Right) };
        """)]
    [InlineData("""
        _ = Instruction with { Value = new Money(100, {|APM1001:Wrong|}) };
        _ = Instruction with { Value = new Money(100, Right) };
        """, """private static string Wrong { get; } = "USD"; private static string Right { get; } = "EUR";""")]
    [InlineData("""
        _ = Instruction with { Value = {|APM1001:Wrong|} };
        _ = Instruction with { Value = Right };
        """, """private static Money Wrong => new(1, "USD"); private static Money Right { get { return new(1, "EUR"); } }""")]
    [InlineData("""
        _ = Instruction with { Value = {|APM1001:Wrong|} };
        _ = Instruction with { Value = Right };
        """, """private static Money Wrong { get { return new(1, "USD"); } } private static Money Right { get => new(1, "EUR"); }""")]
    [InlineData("", """
        private static readonly WorldpayNarrative Wrong = new() { Line1 = {|APM1014:"Café"|} };
        private static WorldpayNarrative Right { get; } = new() { Line1 = "Cafe" };
        """)]
    public async Task A_member_that_keeps_its_value_is_known(string statements, string members = "") => await Shop.CheckAsync(Shop.Method(statements, members));

    [Theory]
    [InlineData("""_ = Instruction with { Value = new Money(100, Code) };""", """private static string Code = "USD";""")]
    [InlineData("""_ = Instruction with { Value = new Money(100, Code) };""", """private static string Code { get; set; } = "USD";""")]
    [InlineData(
        """_ = Instruction with { Value = new Money(100, Code) };""",
        """private static string Code { get; } = "USD"; static Till() => Code = Ask();"""
    )]
    [InlineData("""_ = Instruction with { Value = new Money(100, new Order("EUR", 1) { Status = "USD" }.Status) };""")]
    public async Task A_member_that_can_change_is_not_known(string statements, string members = "") => await Shop.CheckAsync(Shop.Method(statements, members));

    [Theory]
    [InlineData(
        """
            options.UserName ??= {|APM1013:"shop"|};
            options.UserName ??= text;
            """
    )]
    [InlineData(
        """
            var label = new Label { Line = text };
            label.Line += {|APM1004:" and more"|};
            label.Line += " it";
            """,
        """private sealed class Label { [ApmText(Max = 5)] public string Line { get; set; } = ""; }"""
    )]
    [InlineData(
        """
            (options.UserName, number) = ({|APM1013:"shop"|}, 1);
            (options.UserName, (number, options.Password)) = (text, (1, {|APM1013:"secret"|}));
            (options.UserName, options.Password) = (text, Ask());
            """
    )]
    public async Task A_member_is_judged_however_it_is_assigned(string statements, string members = "") =>
        await Shop.CheckAsync(Shop.Method("var options = new WorldpayClientOptions();" + statements, members));
}

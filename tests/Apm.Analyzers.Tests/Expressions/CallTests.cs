using Microsoft.CodeAnalysis;
using Xunit;

namespace Apm.Analyzers.Tests.Expressions;

public class CallTests
{
    private static readonly Lazy<MetadataReference> s_checkout = new(() => Shop.Library("""
        public static class Checkout
        {
            public static void Pay([ApmPassedTo(typeof(AlipayHkInstruction), nameof(AlipayHkInstruction.Value))] Money value) { }

            public static void Cents(
                [ApmPassedTo(typeof(AlipayHkInstruction), nameof(AlipayHkInstruction.Value))] long cents,
                [ApmPassedTo(typeof(AlipayHkInstruction), nameof(AlipayHkInstruction.Value))] string code) { }

            public static void Major(
                [ApmPassedTo(typeof(AlipayHkInstruction), nameof(AlipayHkInstruction.Value))] decimal amount,
                [ApmPassedTo(typeof(AlipayHkInstruction), nameof(AlipayHkInstruction.Value))] string code = "HKD") { }

            public static void Name([ApmPassedTo(typeof(WorldpayNarrative), nameof(WorldpayNarrative.Line1))] string name) { }
        }
        """));

    [Theory]
    [InlineData("""
        string Wrong() => "USD";
        string Right() { return "EUR"; }
        _ = Instruction with { Value = new Money(100, {|APM1001:Wrong()|}) };
        _ = Instruction with { Value = new Money(100, Right()) };
        """)]
    [InlineData("""
        _ = Instruction with { Value = new Money(100, {|APM1001:Of(flag)|}) };
        _ = Instruction with { Value = new Money(100, Of(true)) };
        """, """private static string Of(bool isEuro) => isEuro ? "EUR" : "USD";""")]
    [InlineData("""
        _ = Instruction with { Value = {|APM1001:Dollars(1)|} };
        _ = Instruction with { Value = Euros(1) };
        """, """
        private static Money Dollars(int amount) => Of(amount, "USD");
        private static Money Euros(int amount) => Of(amount, "EUR");
        private static Money Of(int amount, string code) => new(amount, code);
        """)]
    [InlineData("""
        _ = Instruction with { Value = new Money(100, {|APM1001:Code()|}) };
        _ = Instruction with { Value = new Money(100, Code("EUR")) };
        """, """private static string Code(string code = "USD") => code;""")]
    [InlineData("""
        _ = Instruction with { Value = new Money(100, {|APM1001:Code(number)|}) };
        """, """private static string Code(int number) => number < 1 ? "USD" : Code(number - 1);""")]
    [InlineData("""
        _ = new Card().Of(Instruction);
        """, """
        private abstract class Means { protected abstract string Code(); }
        private sealed class Card : Means
        {
            protected override string Code() => "USD";
            public object Of(AlipayHkInstruction made) => made with { Value = new Money(100, {|APM1001:Code()|}) };
        }
        """)]
    public async Task What_a_helper_returns_is_judged_where_it_is_called(string statements, string members = "") =>
        await Shop.CheckAsync(Shop.Method(statements, members));

    [Theory]
    [InlineData("""
        Pay({|APM1001:"USD"|});
        Pay("EUR");
        """, """private static void Pay(string code) => _ = Instruction with { Value = new Money(100, code) };""")]
    [InlineData("""
        Pay({|APM1002:5000001|});
        Pay(5000000);
        """, """
        private static void Pay(long amount) => Pay(new Money(amount, "HKD"));
        private static void Pay(Money money) => _ = Instruction with { Value = money };
        """)]
    [InlineData("""
        Pay(5000001, {|APM1001:"USD"|});
        Pay({|APM1002:5000001|}, "HKD");
        Pay(5000001, "EUR");
        """, """private static void Pay(long amount, string code) { var money = new Money(amount, code); _ = Instruction with { Value = money }; }""")]
    [InlineData("""
        {|APM1001:Pay()|};
        Pay("EUR");
        """, """private static void Pay(string code = "USD") => _ = Instruction with { Value = new Money(100, code) };""")]
    [InlineData("""
        {|APM1014:"Café"|}.Print();
        "Cafe".Print();
        """, """} public static class Printing { public static void Print(this string text) => _ = new WorldpayNarrative { Line1 = text };""")]
    [InlineData("""
        void Name(string line) => _ = new WorldpayNarrative { Line1 = line };
        Name({|APM1014:"Café"|});
        Name("Cafe");
        """)]
    [InlineData("""
        _ = new Line({|APM1014:"Café"|});
        _ = new Line("Cafe");
        """, """private sealed class Line { public Line(string text) => Narrative = new() { Line1 = text }; public WorldpayNarrative Narrative { get; } }""")]
    [InlineData("""
        _ = Narrative({|APM1014:"Café"|});
        _ = Narrative("Cafe");
        """, """private static WorldpayNarrative Narrative(string name) => new() { Line1 = name.Trim() };""")]
    public async Task An_argument_that_reaches_a_constrained_member_is_judged_at_the_call(string statements, string members = "") =>
        await Shop.CheckAsync(Shop.Method(statements, members));

    [Fact]
    public Task A_parameter_of_an_interface_says_where_its_argument_goes() => Shop.CheckAsync(Shop.Method(
        """
        Checkout.Pay(new Money(100, {|APM1001:"USD"|}));
        Checkout.Pay(new Money(100, "EUR"));
        Checkout.Log(new Money(100, "USD"));
        """,
        """
        private static ICheckout Checkout => null!;

        private interface ICheckout
        {
            void Pay([ApmPassedTo(typeof(AlipayHkInstruction), nameof(AlipayHkInstruction.Value))] Money value);

            void Log([ApmPassedTo(typeof(AlipayHkInstruction), "NoSuchProperty")] Money value);
        }
        """));

    [Theory]
    [InlineData("""
        Checkout.Pay(new Money(100, {|APM1001:"USD"|}));
        Checkout.Pay(new Money(100, "EUR"));
        """)]
    [InlineData("""
        Checkout.Cents({|APM1002:5000001|}, "HKD");
        Checkout.Cents(code: {|APM1001:"USD"|}, cents: 1);
        Checkout.Cents(5000001, "EUR");
        """)]
    [InlineData("""
        Checkout.Major({|APM1002:50000.01m|});
        Checkout.Major(50000.01m, "SGD");
        """)]
    [InlineData("""
        Checkout.Major({|APM1012:1.005m|});
        Checkout.Major(1.05m);
        """)]
    [InlineData("""
        Bill({|APM1014:"Café"|});
        Bill("Cafe");
        """, """private static void Bill(string name) => Checkout.Name(name);""")]
    [InlineData("""
        var name = flag ? "Café" : "Cafe";
        Checkout.Name({|APM1014:name|});
        Checkout.Name(flag ? "Mind Palace" : text);
        """)]
    public async Task A_parameter_of_another_assembly_says_where_its_argument_goes(string statements, string members = "") =>
        await Shop.CheckAcrossAsync(Shop.Method(statements, members), s_checkout.Value);
}

using Xunit;

namespace Apm.Analyzers.Tests.Expressions;

/// <summary>Values that come through other code of the shop, or are only bounded. Each kind has a right twin.</summary>
public class FollowedValueTests
{
    [Theory]
    [InlineData("""
        foreach (var code in new[] { "EUR", "USD", "HKD" }) _ = Instruction with { Value = new Money(100, {|APM1001:code|}) };
        foreach (var code in new[] { "EUR", "HKD" }) _ = Instruction with { Value = new Money(100, code) };
        """)]
    [InlineData("""
        foreach (var code in new List<string> { "EUR", "USD" })
        { if (code == "EUR") continue; _ = Instruction with { Value = new Money(100, {|APM1001:code|}) }; }
        foreach (var code in new List<string> { "EUR", "USD" }) { if (code == "USD") break; _ = Instruction with { Value = new Money(100, code) }; }
        """)]
    [InlineData("""
        foreach (var (code, cents) in new[] { ("HKD", 5000001L), ("EUR", 5000001L) }) _ = Instruction with { Value = new Money({|APM1002:cents|}, code) };
        """)]
    [InlineData("""
        var total = 0L;
        foreach (var cents in new[] { 3000000L, 2000001L }) total += cents;
        _ = Instruction with { Value = new Money({|APM1002:total|}, "HKD") };
        total = 0;
        foreach (var cents in new[] { 3000000L, 2000000L }) total += cents;
        _ = Instruction with { Value = new Money(total, "HKD") };
        """)]
    [InlineData("""
        string[] codes = ["USD", "EUR"];
        _ = Instruction with { Value = new Money(100, {|APM1001:codes[0]|}) };
        _ = Instruction with { Value = new Money(100, codes[1]) };
        string[] written = ["USD"];
        written[0] = "EUR";
        _ = Instruction with { Value = new Money(100, written[0]) };
        """)]
    [InlineData("""
        Func<string, Money> make = code => new Money(100, code);
        _ = Instruction with { Value = make({|APM1001:"USD"|}) };
        _ = Instruction with { Value = make("EUR") };
        """)]
    [InlineData("""
        var wrong = Task.FromResult("USD").Result;
        _ = Instruction with { Value = new Money(100, {|APM1001:wrong|}) };
        _ = Instruction with { Value = new Money(100, new ValueTask<string>("EUR").Result) };
        """)]
    [InlineData("""
        var orders = from code in new[] { order } let wrong = "USD" select Instruction with { Value = new Money(100, {|APM1001:wrong|}) };
        var others = from code in new[] { order } let right = "EUR" select Instruction with { Value = new Money(100, right) };
        """)]
    [InlineData("""
        var orders = new[] { "USD", "EUR" }.Select(code => Instruction with { Value = new Money(100, {|APM1001:code|}) }).ToList();
        var others = new[] { "HKD", "EUR" }.Select(code => Instruction with { Value = new Money(100, code) }).ToList();
        """)]
    public Task A_value_in_a_collection_or_function_is_known(string statements) => Shop.CheckAsync(Shop.Method(statements));

    [Fact]
    public Task A_local_function_sees_what_never_changes_around_it() => Shop.CheckAsync(Shop.Method("""
        var wrong = "USD";
        var right = "EUR";
        var either = flag ? "USD" : "EUR";
        if (either == "EUR") { PayEither(); return; }
        PayWrong();
        PayRight();
        return;

        void PayWrong() => Use(Instruction with { Value = new Money(100, {|APM1001:wrong|}) });
        void PayRight() => Use(Instruction with { Value = new Money(100, right) });
        void PayEither() => Use(Instruction with { Value = new Money(100, either) });
        """));

    [Fact]
    public async Task The_result_of_an_asynchronous_method_is_known_where_it_is_awaited() => await Shop.CheckAsync("""
        public static class Till
        {
            public static async Task<AlipayHkInstruction> SellAsync(AlipayHkInstruction instruction, bool flag)
            {
                _ = instruction with { Value = new Money(100, {|APM1001:await WrongAsync()|}) };
                _ = instruction with { Value = new Money(100, await RightAsync().ConfigureAwait(false)) };
                return instruction with { Value = new Money(100, await EitherAsync(flag)) };
            }

            private static async Task<string> WrongAsync() { await Task.Yield(); return "USD"; }

            private static async Task<string> RightAsync() { await Task.Yield(); return "EUR"; }

            private static async Task<string> EitherAsync(bool flag) { await Task.Yield(); return flag ? "USD" : "EUR"; }
        }
        """);

    [Theory]
    [InlineData("""if (number > 5_000_000) _ = Instruction with { Value = {|APM1002:new Money(number, "HKD")|} };""")]
    [InlineData("""if (number >= 5_000_001) _ = Instruction with { Value = {|APM1002:new Money(number, "HKD")|} };""")]
    [InlineData("""if (number is > 6_000_000 and < 7_000_000) _ = Instruction with { Value = {|APM1002:new Money(number, "HKD")|} };""")]
    [InlineData("""if (price > 50_000m) _ = Instruction with { Value = {|APM1002:Money.FromMajor(price, "HKD")|} };""")]
    [InlineData("""if (order.Price > 50_000m) _ = Instruction with { Value = {|APM1002:Money.FromMajor(order.Price, "HKD")|} };""")]
    [InlineData("""if (number < 5_000_001) return; _ = Instruction with { Value = {|APM1002:new Money(number, "HKD")|} };""")]
    public Task An_amount_that_a_condition_bounds_is_judged(string statements) => Shop.CheckAsync(Shop.Method(statements));

    [Theory]
    [InlineData("""if (number >= 5_000_000) _ = Instruction with { Value = new Money(number, "HKD") };""")]
    [InlineData("""if (number > 5_000_000) _ = Instruction with { Value = new Money(number, "EUR") };""")]
    [InlineData("""if (number > 5_000_000) return; _ = Instruction with { Value = new Money(number, "HKD") };""")]
    [InlineData("""if (number > 5_000_000) number = 5; _ = Instruction with { Value = new Money(number, "HKD") };""")]
    [InlineData("""if (number > 5_000_000) _ = Instruction with { Value = new Money((byte)number, "HKD") };""")]
    [InlineData("""if (number > 5_000_000) _ = Instruction with { Value = new Money(number / 100, "HKD") };""")]
    [InlineData("""if (number > 5_000_000 && !Refused(number)) _ = Instruction with { Value = new Money(number, "HKD") };""")]
    [InlineData("""if (number > 5_000_000) { if (Refused(number)) return; _ = Instruction with { Value = new Money(number, "HKD") }; }""")]
    [InlineData("""
        int? most = Refused(number) ? null : 3;
        if (!(most <= 5_000_000)) _ = Instruction with { Value = new Money(most.GetValueOrDefault(), "EUR") };
        """)]
    public Task An_amount_that_may_be_within_the_limit_is_not_judged(string statements) =>
        Shop.CheckAsync(Shop.Method(statements, "private static bool Refused(int number) => Ask() == number.ToString();"));

    [Theory]
    [InlineData("""{|APM1008:new Uri(new Uri("ftp://shop.example/"), "paid")|}""", """new Uri(new Uri("https://shop.example/"), "paid")""")]
    [InlineData("""{|APM1008:new Uri(Ftp, $"orders/{text}/paid")|}""", """new Uri(Base, $"orders/{text}/paid")""")]
    [InlineData("""{|APM1008:new UriBuilder("ftp://shop.example/paid").Uri|}""", """new UriBuilder("https://shop.example/paid").Uri""")]
    [InlineData(
        """{|APM1008:new UriBuilder { Scheme = "ftp", Host = "shop.example", Path = "paid" }.Uri|}""",
        """new UriBuilder { Scheme = "https", Host = "shop.example", Path = "paid" }.Uri""")]
    [InlineData("""{|APM1008:new Uri(Ftp, "/paid")|}""", """new Uri(Ftp, text)""")]
    [InlineData("""{|APM1008:new Uri(Ftp, "/paid")|}""", """new Uri(Ftp, "https://shop.example/paid")""")]
    [InlineData("""{|APM1008:new Uri(Ftp, "/paid")|}""", """new Uri(Ftp, $"{text}/paid")""")]
    public Task An_address_from_parts_is_known(string wrong, string right) => Shop.CheckAsync(Shop.Method(
        $$"""
            _ = new AlipayHkPaymentInstrument { SuccessUrl = {{wrong}}, PendingUrl = Base, FailureUrl = Base };
            _ = new AlipayHkPaymentInstrument { SuccessUrl = {{right}}, PendingUrl = Base, FailureUrl = Base };
            """,
        """
        private static readonly Uri Base = new("https://shop.example/");
        private static readonly Uri Ftp = new("ftp://shop.example/");
        """));

    [Theory]
    [InlineData("Wrong", "public Settings() { Wrong = \"USD\"; Right = \"EUR\"; }")]
    [InlineData("Wrong", "public Settings() => (Wrong, Right) = (\"USD\", \"EUR\");", false)]
    [InlineData("Wrong", "public Settings() { Wrong = \"USD\"; Right = \"EUR\"; } public Settings(int any) : this() { }")]
    [InlineData("Wrong", "public Settings() { Wrong = \"USD\"; Right = \"EUR\"; } public Settings(int any) { Wrong = \"EUR\"; Right = \"EUR\"; }", false)]
    [InlineData("Wrong", "public Settings() { if (Console.KeyAvailable) Wrong = \"USD\"; else Wrong = \"EUR\"; Right = \"EUR\"; }", false)]
    [InlineData("Wrong", "public Settings(string wrong = \"USD\") { Wrong = wrong; Right = \"EUR\"; } public Settings() : this(\"EUR\") { }", false)]
    public Task A_member_that_all_constructors_set_alike_is_known(string wrong, string constructors, bool isKnown = true) => Shop.CheckAsync($$"""
        public sealed class Settings
        {
            public readonly string Wrong;

            public string Right { get; }

            {{constructors}}

            public AlipayHkInstruction Pay(AlipayHkInstruction instruction) =>
                instruction with { Value = new Money(1, {{(isKnown ? $"{{|APM1001:{wrong}|}}" : wrong)}}) };

            public AlipayHkInstruction Right_(AlipayHkInstruction instruction) => instruction with { Value = new Money(1, Right) };
        }
        """);

    [Theory]
    [InlineData("client.PartialRefundAsync(payment, new() { Value = new Money(100, {|APM1001:\"USD\"|}) })")]
    [InlineData("client.PartialRefundAsync(payment, {|APM1001:wrong|})")]
    [InlineData("client.PartialRefundAsync(payment, new() { Value = new Money(100, \"EUR\") })")]
    [InlineData("client.PartialRefundAsync(payment, new() { Value = new Money(9000000, \"HKD\") })")]
    [InlineData("client.PartialRefundAsync(payment, new() { Value = new Money(100, code) })")]
    public Task A_refund_is_judged_by_its_payment(string call) => Shop.CheckAsync($$"""
        public static class Till
        {
            public static async Task Refund(IWorldpayClient client, AlipayHkPayment payment, string code)
            {
                var wrong = new WorldpayPartialRefundRequest { Value = new Money(100, "USD") };
        #pragma warning disable APM1015
                await {{call}};
        #pragma warning restore APM1015
                Console.WriteLine(wrong);
            }
        }
        """);

    private const string Builder = """
        public sealed class PaymentBuilder
        {
            private string _code = "EUR";
            private long _cents;

            public PaymentBuilder In(string code) { _code = code; return this; }

            public PaymentBuilder Of(long cents) { _cents = cents; return this; }

            public PaymentBuilder Logged() { Console.WriteLine(_code); return this; }

            public Money Build() => new(_cents, _code);
        }

        public sealed record Draft
        {
            public string Code { get; init; } = "EUR";

            public Draft In(string code) => this with { Code = code };

            public Money Pay(long cents) => new(cents, Code);
        }
        """;

    [Theory]
    [InlineData("new PaymentBuilder().Of(100).In({|APM1001:\"USD\"|}).Build()", "new PaymentBuilder().In(\"USD\").In(\"EUR\").Of(100).Build()")]
    [InlineData("new PaymentBuilder().In(\"HKD\").Of({|APM1002:5000001|}).Build()", "new PaymentBuilder().In(\"HKD\").Of(5000000).Build()")]
    [InlineData("new Draft().In({|APM1001:\"USD\"|}).Pay(100)", "new Draft().In(\"USD\").In(\"HKD\").Pay(100)")]
    [InlineData("new Draft { Code = {|APM1001:\"USD\"|} }.Pay(100)", "new Draft { Code = \"EUR\" }.Pay(100)")]
    [InlineData("new Draft { Code = {|APM1001:\"USD\"|} }.Pay(100)", "new PaymentBuilder().In(\"USD\").Logged().Build()")]
    [InlineData("new Draft { Code = {|APM1001:\"USD\"|} }.Pay(100)", "shared.Build()")]
    public Task The_steps_of_a_builder_are_followed_in_one_chain(string wrong, string right) => Shop.CheckAsync(Builder + Shop.Method($$"""
        var shared = new PaymentBuilder().In("USD");
        shared.In("EUR");
        _ = Instruction with { Value = {{wrong}} };
        _ = Instruction with { Value = {{right}} };
        """));
}

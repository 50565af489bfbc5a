using Xunit;

namespace Apm.Analyzers.Tests.Correlation;

/// <summary>Conditions that read the same member, by whatever name.</summary>
public class MemberTests
{
    private const string Helpers = """
        private static string Of(Region region) => region switch { Region.Home => "HKD", _ => "USD" };
        private static string Of(Cart cart) => cart.Region == Region.Home ? "HKD" : "USD";
        private static string Of(Basket basket) => basket.Region == Region.Home ? "HKD" : "USD";
        private static string Code(this Cart cart) => Of(cart);
        private static bool IsForeign(Basket basket) => basket.IsForeign;
        private static bool IsHome(Basket basket) { return basket.Region == Region.Home; }
        private static readonly bool Live = Environment.MachineName.Length > 5;
        private static readonly string Charged = Live ? "USD" : "HKD";
        private static bool Tested { get; } = Environment.MachineName.Length > 5;
        """;

    [Theory]
    [InlineData("""var code = Of(cart.Region); if (cart.Region != Region.Home) return null; return order with { Value = new(5, code) };""")]
    [InlineData("""var code = Of(basket.Region); if (basket.Region != Region.Home) return null; return order with { Value = new(5, code) };""")]
    [InlineData("""var code = Of(basket.Parent!.Region); if (basket.Parent.Region != Region.Home) return null; return order with { Value = new(5, code) };""")]
    [InlineData("""var code = Of(cart); if (cart.Region != Region.Home) return null; return order with { Value = new(5, code) };""")]
    [InlineData("""var code = Of(basket); if (basket.Region != Region.Home) return null; return order with { Value = new(5, code) };""")]
    [InlineData("""var code = Of(basket); if (!IsHome(basket)) return null; return order with { Value = new(5, code) };""")]
    [InlineData("""var code = cart.Code(); if (cart.Region != Region.Home) return null; return order with { Value = new(5, code) };""")]
    [InlineData("""var code = basket.IsForeign ? "USD" : "HKD"; if (IsForeign(basket)) return null; return order with { Value = new(5, code) };""")]
    [InlineData("""
        var code = Local(cart.Region);
        if (cart.Region != Region.Home) return null;
        return order with { Value = new(5, code) };
        string Local(Region of) => of == Region.Home ? "HKD" : "USD";
        """)]
    [InlineData("""
        var code = Local();
        if (cart.Region != Region.Home) return null;
        return order with { Value = new(5, code) };
        string Local() => cart.Region == Region.Home ? "HKD" : "USD";
        """)]
    [InlineData("""
        var read = basket.Region;
        var code = Of(read);
        if (basket.Region != Region.Home) return null;
        return order with { Value = new(5, code) };
        """)]
    [InlineData("""
        var code = Of(basket.Region);
        var read = basket.Region;
        if (read != Region.Home) return null;
        return order with { Value = new(5, code) };
        """)]
    [InlineData("""
        var read = basket.Region;
        var code = Of(read);
        basket.Region = Region.Home;
        if (read != Region.Home) return null;
        return order with { Value = new(5, code) };
        """)]
    [InlineData("""
        var first = region;
        var code = Of(first);
        region = cart.Region;
        if (first != Region.Home) return null;
        return order with { Value = new(5, code) };
        """)]
    [InlineData("""
        var first = cart;
        var code = Of(first);
        cart = cart with { Cents = 5 };
        if (first.Region != Region.Home) return null;
        return order with { Value = new(5, code) };
        """)]
    [InlineData("""
        var (read, cents) = (cart.Region, number);
        var code = Of(read);
        return cart.Region == Region.Home ? order with { Value = new(cents, code) } : null;
        """)]
    [InlineData("""var code = cart.IsHome ? "HKD" : "USD"; if (cart.Region != Region.Home) return null; return order with { Value = new(5, code) };""")]
    [InlineData("""if (cart.IsForeign) return null; return order with { Value = new(5, cart.Currency) };""")]
    [InlineData("""if (cart.IsForeign) return null; return order with { Value = new(5, cart.Code) };""")]
    [InlineData("""if (cart.IsForeign) return null; return order with { Value = new(5, cart.Charged()) };""")]
    [InlineData("""if (basket.Region != Region.Home) return null; return order with { Value = new(5, basket.Currency) };""")]
    [InlineData("""if (basket.Parent?.Region != Region.Home) return null; return order with { Value = new(5, basket.Parent.Currency) };""")]
    [InlineData("""var given = new Cart(Region.Home, 5, false); return order with { Value = new(given.Cents, flag ? given.Currency : given.Charged()) };""")]
    [InlineData("""var given = new Cart(Region.Home, 5, false); return order with { Value = new(5, given.Code) };""")]
    [InlineData("""if (Live) return null; return order with { Value = new(5, Charged) };""")]
    [InlineData("""if (Live) return null; return order with { Value = new(5, Live ? "USD" : "HKD") };""")]
    [InlineData("""if (Tested) return null; return order with { Value = new(5, Tested ? "USD" : "HKD") };""")]
    public Task A_value_that_a_condition_excludes_is_not_reported(string statements) => Cases.CheckAsync(statements, Helpers);

    [Theory]
    [InlineData("""var code = Of(cart.Region); if (cart.Region == Region.Home) return null; return order with { Value = new(5, {|APM1001:code|}) };""")]
    [InlineData("""var code = Of(basket.Region); if (basket.Region == Region.Home) return null; return order with { Value = new(5, {|APM1001:code|}) };""")]
    [InlineData("""var code = Of(cart); if (region != Region.Home) return null; return order with { Value = new(5, {|APM1001:code|}) };""")]
    [InlineData("""var code = Of(basket); if (basket.Parent!.Region != Region.Home) return null; return order with { Value = new(5, {|APM1001:code|}) };""")]
    [InlineData("""
        var read = basket.Region;
        var code = Of(read);
        basket.Region = Region.Home;
        if (basket.Region != Region.Home) return null;
        return order with { Value = new(5, {|APM1001:code|}) };
        """)]
    [InlineData("""if (!cart.IsForeign) return null; return order with { Value = new(5, {|APM1001:cart.Currency|}) };""")]
    [InlineData("""if (!cart.IsForeign) return null; return order with { Value = new(5, {|APM1001:cart.Code|}) };""")]
    [InlineData("""if (basket.Region == Region.Home) return null; return order with { Value = new(5, {|APM1001:basket.Currency|}) };""")]
    [InlineData("""var given = new Cart(Region.Home, 5, true); return order with { Value = new(given.Cents, {|APM1001:given.Currency|}) };""")]
    [InlineData("""if (!Live) return null; return order with { Value = new(5, {|APM1001:Charged|}) };""")]
    public Task A_value_that_a_condition_leaves_is_reported(string statements) => Cases.CheckAsync(statements, Helpers);

    private const string Foreign = """
        public sealed class Till(bool foreign)
        {
            private readonly bool _foreign = foreign;
            private readonly string _code = foreign ? "USD" : "HKD";
            private bool Forwarded => _foreign;
            private bool Held { get; } = foreign;
            private bool IsHome => !foreign;
            private string Code() => foreign ? "USD" : "HKD";

        """;

    [Theory]
    [InlineData("""var code = _foreign ? "USD" : "HKD"; if (_foreign) return null; return order with { Value = new(5, code) };""")]
    [InlineData("""var code = foreign ? "USD" : "HKD"; if (foreign) return null; return order with { Value = new(5, code) };""")]
    [InlineData("""var code = Forwarded ? "USD" : "HKD"; if (_foreign) return null; return order with { Value = new(5, code) };""")]
    [InlineData("""var code = Held ? "USD" : "HKD"; if (foreign) return null; return order with { Value = new(5, code) };""")]
    [InlineData("""if (Held) return null; return order with { Value = new(5, _code) };""")]
    [InlineData("""if (!IsHome) return null; return order with { Value = new(5, Code()) };""")]
    [InlineData("""if (_foreign) return null; return order with { Value = new(5, foreign ? "USD" : "HKD") };""")]
    public Task A_parameter_of_a_constructor_has_many_names(string statements) =>
        Cases.CheckTypesAsync(Foreign + $"public AlipayHkInstruction? Sell(AlipayHkInstruction order) {{ {statements} }} }}");

    [Theory]
    [InlineData("""var code = _foreign ? "USD" : "HKD"; if (!_foreign) return null; return order with { Value = new(5, {|APM1001:code|}) };""")]
    [InlineData("""if (!Held) return null; return order with { Value = new(5, {|APM1001:_code|}) };""")]
    [InlineData("""if (IsHome) return null; return order with { Value = new(5, {|APM1001:Code()|}) };""")]
    [InlineData("""if (!_foreign) return null; return order with { Value = new(5, foreign ? {|APM1001:"USD"|} : "HKD") };""")]
    public Task A_value_that_a_parameter_of_a_constructor_leaves_is_reported(string statements) =>
        Cases.CheckTypesAsync(Foreign + $"public AlipayHkInstruction? Sell(AlipayHkInstruction order) {{ {statements} }} }}");

    private const string Captured = "public sealed class Plan(bool foreign) { public string Code => foreign ? \"USD\" : \"HKD\"; }";
    private const string Set = "public sealed class Plan { public bool Foreign { get; init; } public string Code => Foreign ? \"USD\" : \"HKD\"; }";
    private const string Constructed = """
        public sealed class Plan
        {
            private readonly bool _foreign;
            public Plan(bool foreign) { _foreign = foreign; }
            public string Code => _foreign ? "USD" : "HKD";
        }
        """;

    private const string Stored =
        "public sealed class Plan { private string? _code; public string Code { get => _code ?? \"USD\"; set => _code = value; } }";

    [Theory]
    [InlineData(Captured, "new Plan(false).Code", false)]
    [InlineData(Captured, "new Plan(true).Code", true)]
    [InlineData(Constructed, "new Plan(false).Code", false)]
    [InlineData(Set, "new Plan { Foreign = false }.Code", false)]
    [InlineData(Set, "new Plan { Foreign = true }.Code", true)]
    [InlineData(Set, "new Plan().Code", false)]
    [InlineData(Stored, "new Plan { Code = \"HKD\" }.Code", false)]
    public Task A_computed_property_depends_on_the_object(string type, string code, bool isWrong) => Cases.CheckTypesAsync($$"""
        {{type}}

        public static class Till
        {
            public static AlipayHkInstruction Sell(AlipayHkInstruction order) => order with { Value = new(5, {{(isWrong ? $"{{|APM1001:{code}|}}" : code)}}) };
        }
        """);
}

using Xunit;

namespace Apm.Analyzers.Tests.Correlation;

/// <summary>Private methods and local functions, which run only where they are called.</summary>
public class CallerTests
{
    private const string Of = """private static string Of(Region region) => region == Region.Home ? "HKD" : "USD";""" + "\n";

    [Theory]
    [InlineData("return cart.Region == Region.Home ? Make(order, cart) : null;")]
    [InlineData("if (cart.Region != Region.Home) throw new ArgumentException(); return Make(order, cart);")]
    [InlineData("return cart switch { { Region: Region.Home } => Make(order, cart), _ => null };")]
    [InlineData("if (flag) return Make(order, cart with { Region = Region.Home }); return cart.IsHome ? Make(order, cart) : null;")]
    public Task What_all_callers_exclude_is_not_reported(string statements) => Cases.CheckAsync(
        statements,
        Of + "private static AlipayHkInstruction Make(AlipayHkInstruction order, Cart cart) => order with { Value = new(5, Of(cart.Region)) };");

    [Theory]
    [InlineData("return Make(order, cart);")]
    [InlineData("return cart.Region == Region.Abroad ? Make(order, cart) : null;")]
    [InlineData("if (flag) return Make(order, cart); return cart.Region == Region.Home ? Make(order, cart) : null;")]
    [InlineData("return null;")]
    public Task What_one_caller_does_not_exclude_is_reported(string statements) => Cases.CheckAsync(
        statements,
        Of + "private static AlipayHkInstruction Make(AlipayHkInstruction order, Cart cart) => order with { Value = new(5, {|APM1001:Of(cart.Region)|}) };");

    [Theory]
    [InlineData("return cart.Region == Region.Home ? Make(order, cart) : null;", false)]
    [InlineData("return cart.Region == Region.Abroad ? Make(order, cart) : null;", true)]
    public Task The_callers_of_callers_count(string statements, bool isWrong) => Cases.CheckAsync(
        statements,
        Of + $$"""
            private static AlipayHkInstruction Make(AlipayHkInstruction order, Cart cart) => Priced(order, cart);

            private static AlipayHkInstruction Priced(AlipayHkInstruction order, Cart cart)
            {
                var code = Of(cart.Region);
                return order with { Value = new(5, {{(isWrong ? "{|APM1001:code|}" : "code")}}) };
            }
            """);

    [Theory]
    [InlineData("return cart.Region == Region.Home ? Make() : null;", false)]
    [InlineData("return Make();", true)]
    [InlineData("if (flag) { return cart.Region == Region.Home ? Make() : null; } return Other(); AlipayHkInstruction Other() => Make();", true)]
    public Task A_local_function_runs_where_it_is_called(string statements, bool isWrong) => Cases.CheckAsync(
        statements + $" AlipayHkInstruction Make() => order with {{ Value = new(5, {(isWrong ? "{|APM1001:Of(cart.Region)|}" : "Of(cart.Region)")}) }};",
        Of);

    [Theory]
    [InlineData("return (flag ? new[] { cart } : []).Where(each => each.Region == Region.Home).Select(Make).First();")]
    [InlineData("return (flag ? new[] { cart } : []).Where(each => each.Region == Region.Home).Select(each => Make(each)).First();")]
    public Task A_delegate_may_be_called_for_chosen_elements(string statements) => Cases.CheckAsync(
        statements,
        Of + """
            private static AlipayHkInstruction Order = null!;
            private static AlipayHkInstruction Make(Cart cart) => Order with { Value = new(5, Of(cart.Region)) };
            """);

    [Fact]
    public Task What_is_wrong_for_all_arguments_is_wrong_for_each_caller() => Cases.CheckAsync(
        "return new[] { cart }.Select(Make).First();",
        """
        private static AlipayHkInstruction Order = null!;
        private static AlipayHkInstruction Make(Cart cart) { var code = "USD"; return Order with { Value = new(cart.Cents, {|APM1001:code|}) }; }
        """);

    [Theory]
    [InlineData("Action check = () => { if (region != Region.Home) throw new ArgumentException(); }; check();", "region", true)]
    [InlineData("Action check = () => { if (_region != Region.Home) throw new ArgumentException(); }; check();", "_region", true)]
    [InlineData("Action check = Check; check();", "_region", true)]
    [InlineData("Check();", "_region", true)]
    [InlineData("check(); void check() { if (_region != Region.Home) throw new ArgumentException(); }", "_region", true)]
    [InlineData("Func<Region, bool> isHome = one => one == Region.Home; if (!isHome(_region)) return null;", "_region", true)]
    [InlineData("Func<bool> isHome = () => _region == Region.Home; if (!isHome()) return null;", "_region", true)]
    [InlineData("Action check = () => { if (_region == Region.Home) throw new ArgumentException(); }; check();", "_region", false)]
    [InlineData("Action check = () => { if (_other != Region.Home) throw new ArgumentException(); }; check();", "_region", false)]
    public Task A_delegate_that_tests_its_object_is_a_check_of_it(string check, string tested, bool isRight) => Cases.CheckTypesAsync($$"""
        public sealed class Till(Region region, Region other)
        {
            private readonly Region _region = region;
            private readonly Region _other = other;

            public AlipayHkInstruction? Sell(AlipayHkInstruction order)
            {
                {{check}}
                return order with { Value = new(5, {{tested}} == Region.Home ? "HKD" : {{(isRight ? "\"USD\"" : "{|APM1001:\"USD\"|}")}}) };
            }

            private void Check()
            {
                if (_region != Region.Home) throw new ArgumentException();
            }
        }
        """);

    [Theory]
    [InlineData("Foreign ? null : Order", "\"USD\"")]
    [InlineData("Foreign ? Order : null", "{|APM1001:\"USD\"|}")]
    public Task A_private_property_is_read_where_it_is_used(string use, string foreign) => Cases.CheckTypesAsync($$"""
        public sealed class Till(AlipayHkInstruction template)
        {
            private static readonly bool Foreign = Environment.MachineName.Length > 5;

            public AlipayHkInstruction? Sell() => {{use}};

            private AlipayHkInstruction Order => template with { Value = new(5, Foreign ? {{foreign}} : "HKD") };
        }
        """);

    [Theory]
    [InlineData("{ get; } = \"HK\";", "sealed ", false)]
    [InlineData("=> \"HK\";", "sealed ", false)]
    [InlineData("=> \"US\";", "sealed ", true)]
    [InlineData("=> \"HK\";", "", false)]
    public Task A_base_asks_the_type_that_derives_from_it(string country, string modifier, bool isWrong) => Cases.CheckTypesAsync($$"""
        public abstract record Outlet
        {
            public abstract string Country { get; }

            public string Currency => Country switch { "HK" => "HKD", "US" => "USD", _ => "EUR" };

            public string Charged() => Name() == "home" ? "HKD" : "USD";

            protected abstract string Name();
        }

        public {{modifier}}record CornerShop : Outlet
        {
            public override string Country {{country}}

            protected override string Name() => "home";

            public AlipayHkInstruction Sell(AlipayHkInstruction order) => order with { Value = new(5, {{(isWrong ? "{|APM1001:Currency|}" : "Currency")}}) };

            public AlipayHkInstruction Charge(AlipayHkInstruction order) => order with { Value = new(5, Charged()) };
        }

        public static class Till
        {
            public static AlipayHkInstruction Sell(AlipayHkInstruction order)
            {
                Outlet shop = new CornerShop();
                return order with { Value = new(5, {{(isWrong ? "{|APM1001:shop.Currency|}" : "shop.Currency")}}) };
            }
        }
        """);
}

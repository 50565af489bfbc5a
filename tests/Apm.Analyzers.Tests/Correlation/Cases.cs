namespace Apm.Analyzers.Tests.Correlation;

/// <summary>Types of a shop, and a method of it that pays for an order.</summary>
internal static class Cases
{
    private const string Types = """
        public enum Region { Home, Abroad }

        public enum Channel { Web, App, Phone }

        public sealed record Price(long Cents, string Currency);

        public sealed record Line(Price Price, int Count);

        public sealed record Cart(Region Region, long Cents, bool IsForeign)
        {
            public bool IsHome => Region == Region.Home;

            public string Currency => IsForeign ? "USD" : "HKD";

            public string Code { get; } = IsForeign ? "USD" : "HKD";

            public string Charged() => IsForeign ? "USD" : "HKD";
        }

        public sealed class Basket
        {
            public Region Region { get; set; }

            public bool IsForeign { get; set; }

            public Basket? Parent { get; set; }

            public string Currency => Region == Region.Home ? "HKD" : "USD";
        }
        """;

    /// <summary>Checks statements in a method with an order of each kind.</summary>
    public static Task CheckAsync(string statements, string members = "") => CheckTypesAsync($$"""
        public static class Till
        {
            public static AlipayHkInstruction? Sell(
                AlipayHkInstruction order, bool flag, long number, string text, Region region, Region? chosen, Channel channel, Cart cart, Basket basket)
            {
                {{statements}}
            }

            {{members}}
        }
        """);

    public static Task CheckTypesAsync(string types) => Shop.CheckAsync(Types + types);
}

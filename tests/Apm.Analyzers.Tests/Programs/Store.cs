namespace Apm.Analyzers.Tests.Programs;

/// <summary>What the programs use: a till that remembers what it was given, and helpers.</summary>
internal static class Store
{
    /// <summary>In another assembly than the programs, with the generated code.</summary>
    public const string Till = """
        public static class Till
        {
            public static readonly AlipayHkPaymentRequest Order = new()
            {
                TransactionReference = "order-1",
                Merchant = new() { Entity = "default" },
                Instruction = new()
                {
                    Narrative = new() { Line1 = "Shop" },
                    Value = new Money(100, "HKD"),
                    PaymentInstrument = new()
                    {
                        SuccessUrl = new Uri("https://shop.example/paid"),
                        PendingUrl = new Uri("https://shop.example/pending"),
                        FailureUrl = new Uri("https://shop.example/failed"),
                    },
                },
            };

            public static Action<int, string[]> Paid = (_, _) => { };

            public static void Pay(int site, AlipayHkPaymentRequest request) =>
                Paid(site, AlipayHkPaymentRequestValidator.Validate(request).Violations.Select(violation => violation.Rule.ToString()).ToArray());

            public static void Pay(int site, AlipayHkInstruction instruction) => Pay(site, Order with { Instruction = instruction });

            public static void Pay(int site, AlipayHkPaymentInstrument instrument) => Pay(site, Order.Instruction with { PaymentInstrument = instrument });

            public static void Pay(int site, WorldpayNarrative narrative) => Pay(site, Order.Instruction with { Narrative = narrative });

            public static void Pay(int site, WorldpayMerchant merchant) => Pay(site, Order with { Merchant = merchant });
        }
        """;

    public const string Helpers = """
        public enum Region { Home, Abroad, Island }

        public sealed record Sale(long Amount, string Currency);

        public sealed class Basket
        {
            public string Code { get; set; } = "";

            public string Status { get; init; } = "";

            public Region Zone { get; set; }

            public bool IsHome => Zone == Region.Home;

            public string Charged => Zone == Region.Abroad ? "USD" : "HKD";
        }

        public abstract class Counter
        {
            protected abstract Region Place { get; }

            protected bool IsIsland => Place == Region.Island;

            protected string Spent => Place == Region.Abroad ? "USD" : "EUR";
        }

        public static class Store
        {
            public const string Euro = "EUR";
            public static readonly string Dollar = "USD";
            public static readonly string LongName = new string('x', 0) + "a name that is far too long for a statement or an entity";
            public static readonly long Large = 5000001;
            public static readonly bool Always = true;
            public static readonly char Letter = 'A';

            public static string Pound { get; } = "GBP";

            public static string HongKong => "HKD";

            public static string Pick(bool first, string one, string two)
            {
                if (first)
                {
                    return one;
                }

                return two;
            }

            public static long Pick(bool first, long one, long two) => first ? one : two;

            public static string ByNumber(int amount, string high, string low)
            {
                if (amount > 10)
                {
                    return high;
                }

                var rest = amount > 5 ? high : low;
                return rest;
            }

            public static string Same(string value) => value;

            public static Money Same(Money value) => value;

            public static string Home(string currency) => currency switch { "USD" => "USD", "GBP" => "GBP", _ => "HKD" };

            public static string Charged(Region zone) => zone switch { Region.Home => "HKD", Region.Island => "EUR", _ => "USD" };

            public static string Charged(Basket basket) => basket.Zone == Region.Home ? "HKD" : "USD";

            public static bool IsHome(Region zone) => zone is Region.Home;

            public static bool IsAbroad(Basket basket)
            {
                return basket.Zone == Region.Abroad;
            }

            public static string Repeat(int times, string value) => times == 0 ? "" : value + Repeat(times - 1, value);

            public static (string Currency, long Amount) Pair(string currency, long amount) => (currency, amount);

            public static bool IsLarge(int amount) => amount > 5;

            public static bool IsDollar(string currency)
            {
                if (currency == "USD")
                {
                    return true;
                }

                return false;
            }

            public static void Get(out string value, string given) => value = given;

            public static bool Try(bool works, out string value)
            {
                value = works ? "USD" : "HKD";
                return works;
            }

            public static void Change(ref string value, string given) => value = given;

            public static ref string Choose(ref string value) => ref value;

            public static void Fail(bool fails)
            {
                if (fails)
                {
                    throw new InvalidOperationException();
                }
            }

            public static void Reference(int site, string reference) => Till.Pay(site, Till.Order with { TransactionReference = reference });

            public static void Sell(int site, long amount, string currency)
            {
                var price = new Money(amount, currency);
                Till.Pay(site, Till.Order.Instruction with { Value = price });
            }

            public static void Back(int site, string address) =>
                Till.Pay(site, Till.Order.Instruction.PaymentInstrument with { SuccessUrl = new Uri(address, UriKind.RelativeOrAbsolute) });
        }
        """;
}

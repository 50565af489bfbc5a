// Right: ["basic"] = "ISK" => ["basic"] = "SEK"
using System.Collections.Frozen;

public static class Rates
{
    private static readonly FrozenDictionary<string, string> s_currencies =
        new Dictionary<string, string> { ["basic"] = "ISK", ["premium"] = "SEK" }.ToFrozenDictionary();

    public static string CurrencyOf(string plan) => s_currencies[plan];
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "rate-8",
        Merchant = new() { Entity = "rates" },
        Instruction = new()
        {
            Value = new Money(4_900, Rates.CurrencyOf("basic")), // APM1001
            Narrative = new() { Line1 = "Rates" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

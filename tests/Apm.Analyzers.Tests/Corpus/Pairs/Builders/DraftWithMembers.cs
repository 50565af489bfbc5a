// Right: In("EUR") => In("SEK")
public sealed record Price
{
    public string Currency { get; init; } = "SEK";

    public Price In(string currency) => this with { Currency = currency };

    public Money Of(long ore) => new(ore, Currency);
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "BU-3",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new Price().In("EUR").Of(100), // APM1001
            Narrative = new() { Line1 = "Shop" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

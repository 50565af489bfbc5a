// Right: Math.Abs(-15_000_100_000L) => Math.Abs(-15_000_000_000L)
public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "RB-4",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new Money(Math.Abs(-15_000_100_000L) / 1_000, "SEK"), // APM1002
            Narrative = new() { Line1 = "Shop" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

// Right: Math.Abs(-150_001.5m) => Math.Abs(-150_000.5m)
public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "RB-3",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = Money.FromMajor(Math.Floor(Math.Abs(-150_001.5m)), "SEK"), // APM1002
            Narrative = new() { Line1 = "Shop" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

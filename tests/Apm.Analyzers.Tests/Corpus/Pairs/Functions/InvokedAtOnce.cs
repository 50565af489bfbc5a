// Right: 15_000_001L => 15_000_000L
public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "FU-3",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(((Func<long>)(() => 15_000_001L))(), "SEK"), // APM1002
            Narrative = new() { Line1 = "Shop" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

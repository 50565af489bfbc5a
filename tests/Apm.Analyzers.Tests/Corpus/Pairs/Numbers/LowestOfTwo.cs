// Right: 16_000_000, 15_500_000 => 16_000_000, 14_500_000
public static class Program
{
    private static long Lowest(long one, long other) => Math.Min(one, other);

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "RB-7",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(Lowest(16_000_000, 15_500_000), "SEK"), // APM1002
            Narrative = new() { Line1 = "Shop" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

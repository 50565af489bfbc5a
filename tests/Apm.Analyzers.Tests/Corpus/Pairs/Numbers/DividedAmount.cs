// Right: 300_000_02 / 2 => 300_000_00 / 2
public static class Program
{
    private static readonly int s_pair = 300_000_02 / 2;

    private static long Half => s_pair;

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "RB-5",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(Half, "SEK"), // APM1002
            Narrative = new() { Line1 = "Shop" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

// Right: 15_100_000 => 15_000_000
public static class Program
{
    private static long Fee(int kilograms)
    {
        switch (kilograms)
        {
            case > 100:
                return 15_100_000;
            case > 10:
                return 90_000;
            default:
                return 9_000;
        }
    }

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "SW-2",
        Merchant = new() { Entity = "default" },
        Instruction = new() { Value = new(Fee(120), "SEK"), Narrative = new() { Line1 = "Freight" }, PaymentInstrument = new() { Country = "SE" } }, // APM1002
    };
}

// Right: if (ore > 15_000_000) => if (ore > 14_000_000)
public static class Program
{
    private static object? Route(long ore)
    {
        if (ore > 15_000_000)
        {
            return new SwishPaymentRequest
            {
                TransactionReference = "BIG-1",
                Merchant = new() { Entity = "default" },
                Instruction = new() { Value = new(ore, "SEK"), Narrative = new() { Line1 = "Large" }, PaymentInstrument = new() { Country = "SE" } }, // APM1002
            };
        }

        return null;
    }

    public static object Pay() => Route(DateTime.UnixEpoch.Year * 7_200L) ?? Route(DateTime.UnixEpoch.Year * 7_200L + 1_000_000)!;
}

// Right: 6_000_000L, 9_500_000L => 6_000_000L, 8_500_000L
public static class Program
{
    public static object Pay()
    {
        long total = 0;
        foreach (var line in new[] { 6_000_000L, 9_500_000L })
        {
            total += line;
        }

        return new SwishPaymentRequest
        {
            TransactionReference = "SUM-1",
            Merchant = new() { Entity = "default" },
            Instruction = new() { Value = new(total, "SEK"), Narrative = new() { Line1 = "Lines" }, PaymentInstrument = new() { Country = "SE" } }, // APM1002
        };
    }
}

// Right: Math.Clamp(sum, 0, 99_000_000) => Math.Clamp(sum, 0, 15_000_000)
public static class Program
{
    public static object Pay()
    {
        var sum = 7_000_000L * 3;
        var capped = Math.Clamp(sum, 0, 99_000_000);
        return new SwishPaymentRequest
        {
            TransactionReference = "R-5",
            Merchant = new() { Entity = "default" },
            Instruction = new() { Value = new(capped, "SEK"), Narrative = new() { Line1 = "Basket" }, PaymentInstrument = new() { Country = "SE" } }, // APM1002
        };
    }
}

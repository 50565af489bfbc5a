// Right: 16_000_000L => 1_600_000L
public static class Program
{
    public static object Pay() => new[] { 100L, 16_000_000L }
        .Select(ore => new SwishPaymentRequest
        {
            TransactionReference = "QU-2",
            Merchant = new() { Entity = "default" },
            Instruction = new() { Value = new(ore, "SEK"), Narrative = new() { Line1 = "Amounts" }, PaymentInstrument = new() { Country = "SE" } }, // APM1002
        })
        .Last();
}

// Right: decimal kronor = 150_000.5m; => decimal kronor = 149_999.5m;
public static class Program
{
    public static object Pay()
    {
        decimal kronor = 150_000.5m;
        var ore = Convert.ToInt64(kronor * 100);
        return new SwishPaymentRequest
        {
            TransactionReference = "R-2",
            Merchant = new() { Entity = "default" },
            Instruction = new() { Value = new(ore, "SEK"), Narrative = new() { Line1 = "Motors" }, PaymentInstrument = new() { Country = "SE" } }, // APM1002
        };
    }
}

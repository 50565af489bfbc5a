// Right: ["tee", "_", "shop"] => ["tee", "-", "shop"]
public static class Program
{
    private static readonly string[] s_parts = ["tee", "_", "shop"];

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "TX-15",
        Merchant = new() { Entity = string.Join("", s_parts) }, // APM1005
        Instruction = new() { Value = new(100, "SEK"), Narrative = new() { Line1 = "Tees" }, PaymentInstrument = new() { Country = "SE" } },
    };
}

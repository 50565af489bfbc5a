// Right: "sek".ToLowerInvariant() => "sek".ToUpperInvariant()
public static class Program
{
    private static string Currency => "sek".ToLowerInvariant();

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "TX-11",
        Merchant = new() { Entity = "default" },
        Instruction = new() { Value = new(100, Currency), Narrative = new() { Line1 = "Lower" }, PaymentInstrument = new() { Country = "SE" } }, // APM1001
    };
}

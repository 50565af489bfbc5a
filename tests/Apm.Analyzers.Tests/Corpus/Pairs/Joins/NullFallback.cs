// Right: ?? "EUR" => ?? "SEK"
public static class Program
{
    private static string? Configured => Environment.GetEnvironmentVariable("SHOP_CURRENCY_OF_THE_CORPUS");

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "J-3",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, Configured ?? "EUR"), // APM1001
            Narrative = new() { Line1 = "Fallback" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

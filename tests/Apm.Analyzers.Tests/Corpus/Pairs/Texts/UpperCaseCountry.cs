// Right: "se".ToLowerInvariant() => "se".ToUpperInvariant()
public static class Program
{
    private static readonly string Country = "se".ToLowerInvariant();

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "AT-4",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, "SEK"),
            Narrative = new() { Line1 = "Shop" },
            PaymentInstrument = new() { Country = Country }, // APM1006
        },
    };
}

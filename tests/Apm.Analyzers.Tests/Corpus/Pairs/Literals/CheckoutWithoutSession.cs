// Right: Type = SwishType.Checkout, Country = "SE" => Type = SwishType.Checkout, Country = "SE", SessionHref = new("https://gateway.example/s/1")
public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "SES-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, "SEK"),
            Narrative = new() { Line1 = "Session" },
            PaymentInstrument = new() { Type = SwishType.Checkout, Country = "SE" }, // APM1009
        },
    };
}

// Right: {7:D25} => {7:D24}
public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "AT-8",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, "SEK"),
            Narrative = new() { Line1 = $"{7:D25}" }, // APM1004
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

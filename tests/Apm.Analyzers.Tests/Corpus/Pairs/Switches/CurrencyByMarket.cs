// Right: "EUR", => "SEK",
public static class Program
{
    private static string Currency(string market) => market switch { "se" => "SEK", "no" => "EUR", _ => "SEK" };

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "SW-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, Currency("no")), // APM1001
            Narrative = new() { Line1 = "Market" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

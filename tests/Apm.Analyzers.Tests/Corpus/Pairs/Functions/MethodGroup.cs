// Right: "EUR" => "SEK"
public static class Program
{
    private static string Currency() => "EUR";

    public static object Pay()
    {
        Func<string> read = Currency;
        return new SwishPaymentRequest
        {
            TransactionReference = "FU-1",
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Value = new(100, read()), // APM1001
                Narrative = new() { Line1 = "Shop" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

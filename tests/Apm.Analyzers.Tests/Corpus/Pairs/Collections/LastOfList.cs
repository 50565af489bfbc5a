// Right: "SEK", "NOK" } => "NOK", "SEK" }
public static class Program
{
    public static object Pay()
    {
        var tried = new List<string> { "SEK", "NOK" };
        return new SwishPaymentRequest
        {
            TransactionReference = "ARR-2",
            Merchant = new() { Entity = "default" },
            Instruction = new() { Value = new(100, tried[1]), Narrative = new() { Line1 = "Tried" }, PaymentInstrument = new() { Country = "SE" } }, // APM1001
        };
    }
}

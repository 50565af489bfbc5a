// Right: "SE", "EL" => "SE", "GR"
public static class Program
{
    public static object Pay()
    {
        var instruments = new[] { "SE", "EL" }.Select(country => new SwishPaymentInstrument { Country = country }).ToList(); // APM1006
        return new SwishPaymentRequest
        {
            TransactionReference = "Q-3",
            Merchant = new() { Entity = "default" },
            Instruction = new() { Value = new(100, "SEK"), Narrative = new() { Line1 = "Select" }, PaymentInstrument = instruments[1] },
        };
    }
}

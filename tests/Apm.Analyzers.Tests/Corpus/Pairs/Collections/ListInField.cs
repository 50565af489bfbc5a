// Right: "XX", "SE" => "NO", "SE"
public static class Program
{
    private static readonly List<string> Allowed = new() { "XX", "SE" };

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "LI-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, "SEK"),
            Narrative = new() { Line1 = "Shop" },
            PaymentInstrument = new() { Country = Allowed[0] }, // APM1006
        },
    };
}

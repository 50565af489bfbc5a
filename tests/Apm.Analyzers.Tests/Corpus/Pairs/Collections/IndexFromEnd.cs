// Right: "SE", "UK"] => "UK", "SE"]
public static class Program
{
    private static readonly string[] s_tried = ["SE", "UK"];

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "LI-4",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, "SEK"),
            Narrative = new() { Line1 = "Shop" },
            PaymentInstrument = new() { Country = s_tried[^1] }, // APM1006
        },
    };
}

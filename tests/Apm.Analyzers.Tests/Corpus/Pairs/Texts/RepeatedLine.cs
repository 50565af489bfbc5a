// Right: new string('-', 25) => new string('-', 24)
public static class Program
{
    private static readonly string s_rule = new string('-', 25);

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "TX-6",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, "SEK"),
            Narrative = new() { Line1 = s_rule }, // APM1004
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

// Right: "shop__" => "shop--"
public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "AT-7",
        Merchant = new() { Entity = "shop__".TrimEnd('.') }, // APM1005
        Instruction = new()
        {
            Value = new(100, "SEK"),
            Narrative = new() { Line1 = "Shop" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

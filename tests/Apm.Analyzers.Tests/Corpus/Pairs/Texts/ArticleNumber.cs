// Right: "artikel/17" => "artikel-17"
public static class Program
{
    private static string Entity(string article) => string.Concat(article, " ", 5.ToString("D3"));

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "AT-1",
        Merchant = new() { Entity = Entity("artikel/17") }, // APM1005
        Instruction = new()
        {
            Value = new(100, "SEK"),
            Narrative = new() { Line1 = "Shop" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

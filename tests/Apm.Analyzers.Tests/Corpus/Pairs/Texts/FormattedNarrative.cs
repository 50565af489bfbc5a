// Right: "Order {0:D6} of our shop, {1}" => "Order {0:D6}, {1}"
public static class Statement
{
    private const string Template = "Order {0:D6} of our shop, {1}";

    public static string Line(int number) => string.Format(Template, number, 2026);
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "TX-5",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, "SEK"),
            Narrative = new() { Line1 = Statement.Line(31) }, // APM1004
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

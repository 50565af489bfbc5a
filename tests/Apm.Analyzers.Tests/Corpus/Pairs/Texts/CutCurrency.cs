// Right: "USD-cents" => "SEK-cents"
public static class Units
{
    public const string Price = "USD-cents";

    public static string Currency => Price.Substring(0, 3);
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "TX-2",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, Units.Currency), // APM1001
            Narrative = new() { Line1 = "Units" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

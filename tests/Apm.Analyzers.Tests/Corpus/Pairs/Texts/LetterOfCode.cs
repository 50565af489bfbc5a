// Right: "XSEK"[0] => "XSEK"[1]
public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "TX-13",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, "XSEK"[0] + "EK"), // APM1001
            Narrative = new() { Line1 = "Letters" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

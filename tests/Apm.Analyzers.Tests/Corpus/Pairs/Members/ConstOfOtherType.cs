// Right: Iso = "SWE" => Iso = "SE"
public static class Sweden
{
    public const string Iso = "SWE";
    public const string Currency = "SEK";
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "C-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(12_00, Sweden.Currency),
            Narrative = new() { Line1 = "Const" },
            PaymentInstrument = new() { Country = Sweden.Iso }, // APM1006
        },
    };
}

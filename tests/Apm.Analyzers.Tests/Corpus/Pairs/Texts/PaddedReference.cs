// Right: PadLeft(13, '0') => PadLeft(12, '0')
public static class References
{
    public static string Of(string number) => number.PadLeft(13, '0');
}

public static class Program
{
    public static object Pay() => new BizumPaymentRequest
    {
        TransactionReference = References.Of("42"), // APM1004
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(2_000, "EUR"),
            Narrative = new() { Line1 = "Flores" },
            PaymentInstrument = new() { Country = "ES" },
            Customer = new() { Phone = "34622222222" },
        },
    };
}

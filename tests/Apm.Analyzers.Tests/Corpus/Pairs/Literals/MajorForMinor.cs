// Right: Money.FromMajor(500_000m, "SEK") => new Money(500_000, "SEK")
public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "UNIT-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = Money.FromMajor(500_000m, "SEK"), // APM1002
            Narrative = new() { Line1 = "Units" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

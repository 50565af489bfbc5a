// Right: decimal.Negate(50m) => decimal.Add(50m, 0m)
public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "N-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = Money.FromMajor(decimal.Negate(50m), "SEK"), // APM1003
            Narrative = new() { Line1 = "Return" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

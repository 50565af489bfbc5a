// Right: 150_000.20m => 149_999.20m
public static class Program
{
    private static decimal Rounded(decimal price) => decimal.Ceiling(price);

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "R-4",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = Money.FromMajor(Rounded(150_000.20m), "SEK"), // APM1002
            Narrative = new() { Line1 = "Sheds" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

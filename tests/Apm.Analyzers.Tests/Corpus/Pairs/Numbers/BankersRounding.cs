// Right: 150_000.015m => 150_000.004m
public static class Program
{
    private const decimal Gross = 150_000.015m;

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "RB-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = Money.FromMajor(decimal.Round(Gross, 2), "SEK"), // APM1002
            Narrative = new() { Line1 = "Shop" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

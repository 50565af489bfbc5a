// Right: 15_000_100 => 15_000
public static class Fees
{
    public static readonly Lazy<long> Yearly = new(() => 15_000_100);
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "FU-5",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(Fees.Yearly.Value, "SEK"), // APM1002
            Narrative = new() { Line1 = "Shop" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

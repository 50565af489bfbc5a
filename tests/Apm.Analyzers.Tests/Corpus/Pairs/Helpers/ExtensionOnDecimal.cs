// Right: 200_000m.Kronor() => 100_000m.Kronor()
public static class Amounts
{
    public static Money Kronor(this decimal amount) => Money.FromMajor(amount, "SEK");
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "H-4",
        Merchant = new() { Entity = "default" },
        Instruction = new() { Value = 200_000m.Kronor(), Narrative = new() { Line1 = "Extension" }, PaymentInstrument = new() { Country = "SE" } }, // APM1002
    };
}

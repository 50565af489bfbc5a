// Right: Price(10, "EUR") => Price(10)
public static class Program
{
    private static Money Price(int crowns, string currency = "SEK") => new(crowns * 100, currency);

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "H-3",
        Merchant = new() { Entity = "default" },
        Instruction = new() { Value = Price(10, "EUR"), Narrative = new() { Line1 = "Default" }, PaymentInstrument = new() { Country = "SE" } }, // APM1001
    };
}

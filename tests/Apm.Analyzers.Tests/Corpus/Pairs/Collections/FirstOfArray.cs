// Right: ["DKK", "SEK"] => ["SEK", "DKK"]
public static class Nordic
{
    private static readonly string[] s_currencies = ["DKK", "SEK"];

    public static Money Price(long amount) => new(amount, s_currencies[0]);
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "ARR-1",
        Merchant = new() { Entity = "default" },
        Instruction = new() { Value = Nordic.Price(100), Narrative = new() { Line1 = "Nordic" }, PaymentInstrument = new() { Country = "SE" } }, // APM1001
    };
}

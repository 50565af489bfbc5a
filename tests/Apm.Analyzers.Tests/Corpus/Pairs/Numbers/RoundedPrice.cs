// Right: 150_000.006m => 150_000.004m
public static class Prices
{
    private const decimal Net = 150_000.006m;

    public static Money Gross => Money.FromMajor(Math.Round(Net, 2), "SEK");
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "R-1",
        Merchant = new() { Entity = "default" },
        Instruction = new() { Value = Prices.Gross, Narrative = new() { Line1 = "Boats" }, PaymentInstrument = new() { Country = "SE" } }, // APM1002
    };
}

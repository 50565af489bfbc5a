// Right: 150000.01 => 149999.99
public sealed class PriceList
{
    private static readonly double s_yacht = 150000.01;

    public static Money Yacht() => new((long)Math.Round(s_yacht * 100), "SEK");
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "R-3",
        Merchant = new() { Entity = "default" },
        Instruction = new() { Value = PriceList.Yacht(), Narrative = new() { Line1 = "Yachts" }, PaymentInstrument = new() { Country = "SE" } }, // APM1002
    };
}

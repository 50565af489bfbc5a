// Right: ("USD", 900) => ("SEK", 900)
public static class Program
{
    private static (string Currency, long Ore) Price() => ("USD", 900);

    public static object Pay()
    {
        var (currency, ore) = Price();
        return new SwishPaymentRequest
        {
            TransactionReference = "H-5",
            Merchant = new() { Entity = "default" },
            Instruction = new() { Value = new(ore, currency), Narrative = new() { Line1 = "Tuple" }, PaymentInstrument = new() { Country = "SE" } }, // APM1001
        };
    }
}

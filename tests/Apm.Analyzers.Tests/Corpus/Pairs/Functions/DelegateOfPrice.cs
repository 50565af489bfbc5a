// Right: price(3) => price(2)
public static class Program
{
    public static object Pay()
    {
        Func<int, long> price = count => count * 6_000_000L;
        return new SwishPaymentRequest
        {
            TransactionReference = "F-2",
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Value = new(price(3), "SEK"), // APM1002
                Narrative = new() { Line1 = "Delegate" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

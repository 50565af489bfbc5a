// Right: ("SEK", 15_000_001L) => ("SEK", 15_000_000L)
public static class Program
{
    public static object Pay()
    {
        object last = "";
        foreach (var (currency, amount) in new[] { ("SEK", 100L), ("SEK", 15_000_001L) })
        {
            last = new SwishPaymentRequest
            {
                TransactionReference = "LOOP-2",
                Merchant = new() { Entity = "default" },
                Instruction = new()
                {
                    Value = new(amount, currency), // APM1002
                    Narrative = new() { Line1 = "Pairs" },
                    PaymentInstrument = new() { Country = "SE" },
                },
            };
        }

        return last;
    }
}

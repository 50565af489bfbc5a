// Right: MinorUnits = 16_000_000 => MinorUnits = 1_600_000
public static class Program
{
    public static object Pay()
    {
        var deposit = new Money(100, "SEK");
        return new SwishPaymentRequest
        {
            TransactionReference = "WI-3",
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Value = deposit with { MinorUnits = 16_000_000 }, // APM1002
                Narrative = new() { Line1 = "Deposit" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

// Right: 12_500.5 => 12_499.5
public static class Program
{
    public static object Pay()
    {
        var monthly = 12_500.5;
        return new SwishPaymentRequest
        {
            TransactionReference = "RB-6",
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Value = new((long)(monthly * 12 * 100), "SEK"), // APM1002
                Narrative = new() { Line1 = "Shop" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

// Right: currency = "EUR"; => currency = "SEK";
public static class Program
{
    public static object Pay()
    {
        string currency;
        if (DateTime.UnixEpoch.Year > 1969)
        {
            currency = "EUR";
        }
        else
        {
            currency = "SEK";
        }

        return new SwishPaymentRequest
        {
            TransactionReference = "J-1",
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Value = new(100, currency), // APM1001
                Narrative = new() { Line1 = "Branches" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

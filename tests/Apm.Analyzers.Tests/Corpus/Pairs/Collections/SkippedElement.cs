// Right: "EUR" => "SEK"
public static class Program
{
    public static object Pay()
    {
        foreach (var currency in new[] { "USD", "EUR" })
        {
            if (currency == "USD")
            {
                continue;
            }

            return new SwishPaymentRequest
            {
                TransactionReference = "LOOP-3",
                Merchant = new() { Entity = "default" },
                Instruction = new()
                {
                    Value = new(100, currency), // APM1001
                    Narrative = new() { Line1 = "Skip" },
                    PaymentInstrument = new() { Country = "SE" },
                },
            };
        }

        return "";
    }
}

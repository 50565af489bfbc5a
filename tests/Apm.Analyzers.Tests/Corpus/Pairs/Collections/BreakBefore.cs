// Right: "SEK", "EUR" }) => "SEK", "SEK" })
public static class Program
{
    public static object Pay()
    {
        object last = "";
        foreach (var currency in new[] { "SEK", "EUR" })
        {
            if (last is SwishPaymentRequest && DateTime.UnixEpoch.Year < 1970)
            {
                break;
            }

            last = new SwishPaymentRequest
            {
                TransactionReference = "LI-3",
                Merchant = new() { Entity = "default" },
                Instruction = new()
                {
                    Value = new(100, currency), // APM1001
                    Narrative = new() { Line1 = "Break" },
                    PaymentInstrument = new() { Country = "SE" },
                },
            };
        }

        return last;
    }
}

public static class Program
{
    private static readonly HashSet<string> s_accepted = ["EUR", "GBP", "HKD", "SGD"];

    private static object? Charge(bool isLocal)
    {
        var currency = isLocal ? "HKD" : "MYR";
        if (!s_accepted.Contains(currency))
        {
            return null;
        }

        return new AlipayHkPaymentRequest
        {
            TransactionReference = "set-1",
            Merchant = new() { Entity = "accepted" },
            Instruction = new()
            {
                Value = new Money(4_000, currency),
                Narrative = new() { Line1 = "Accepted" },
                PaymentInstrument = new(),
                ResultUrls = new()
                {
                    Success = new Uri("https://accepted.example/success"),
                    Pending = new Uri("https://accepted.example/pending"),
                    Failure = new Uri("https://accepted.example/stop"),
                },
            },
        };
    }

    public static IEnumerable<object?> Pay() => [Charge(true), Charge(false)];
}

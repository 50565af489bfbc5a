public static class Program
{
    private static string Supported(string wanted) => wanted switch
    {
        "HKD" or "EUR" or "GBP" or "SGD" => wanted,
        _ => "HKD",
    };

    public static IEnumerable<object?> Pay() => new[] { "HKD", "CHF", "EUR" }.Select(wanted => new AlipayHkPaymentRequest
        {
            TransactionReference = "fallback-1",
            Merchant = new() { Entity = "fallback" },
            Instruction = new()
            {
                Value = new Money(1_000, Supported(wanted)),
                Narrative = new() { Line1 = "Fallback" },
                PaymentInstrument = new(),
                ResultUrls = new()
                {
                    Success = new Uri("https://fallback.example/success"),
                    Pending = new Uri("https://fallback.example/pending"),
                    Failure = new Uri("https://fallback.example/stop"),
                },
            },
        });
}

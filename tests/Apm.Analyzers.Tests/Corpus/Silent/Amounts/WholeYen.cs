public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        var taxed = decimal.Truncate(1_980m * 1.1m);
        yield return new UnionpayPaymentRequest
        {
            TransactionReference = "yen-1",
            Merchant = new() { Entity = "yen" },
            Instruction = new()
            {
                Value = Money.FromMajor(taxed, "JPY"),
                Narrative = new() { Line1 = "Yen" },
                PaymentInstrument = new(),
                ResultUrls = new()
                {
                    Success = new Uri("https://yen.example/success"),
                    Pending = new Uri("https://yen.example/pending"),
                    Failure = new Uri("https://yen.example/stop"),
                },
            },
        };
    }
}

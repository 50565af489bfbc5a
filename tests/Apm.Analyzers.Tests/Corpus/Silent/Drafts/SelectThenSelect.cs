public static class Program
{
    public static IEnumerable<object?> Pay() => new[] { 1_200L, 1_300L }
        .Select(cents => new SatispayPaymentRequest
        {
            TransactionReference = "gelato",
            Merchant = new() { Entity = "gelato" },
            Instruction = new()
            {
                Value = new Money(cents, "EUR"),
                Narrative = new() { Line1 = "Gelato" },
                PaymentInstrument = new() { Country = "IT" },
                ResultUrls = new()
                {
                    Success = new Uri("https://gelato.example/success"),
                    Pending = new Uri("https://gelato.example/pending"),
                    Cancel = new Uri("https://gelato.example/stop"),
                },
            },
        })
        .Select((request, number) => request with { TransactionReference = $"gelato-{number}" });
}

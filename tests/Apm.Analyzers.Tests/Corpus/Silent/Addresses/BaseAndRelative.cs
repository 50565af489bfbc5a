public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        var shop = new Uri("https://shop.example/checkout/");
        var request = new UnionpayPaymentRequest
        {
            TransactionReference = "uri-1",
            Merchant = new() { Entity = "uris" },
            Instruction = new()
            {
                Value = new Money(900, "HKD"),
                Narrative = new() { Line1 = "Uris" },
                PaymentInstrument = new(),
                ResultUrls = new()
                {
                    Success = new Uri("https://uris.example/success"),
                    Pending = new Uri("https://uris.example/pending"),
                    Failure = new Uri("https://uris.example/stop"),
                },
            },
        };
        yield return request with
        {
            Instruction = request.Instruction with
            {
                ResultUrls = new() { Success = new Uri(shop, "ok"), Pending = new Uri(shop, "wait?order=1"), Failure = new Uri(shop, "../failed") },
            },
        };
    }
}

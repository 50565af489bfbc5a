public static class Program
{
    private static Uri At(string path) => new UriBuilder("https", "shop.example") { Path = path }.Uri;

    public static IEnumerable<object?> Pay()
    {
        yield return new IdealPaymentRequest
        {
            TransactionReference = "builder-1",
            Merchant = new() { Entity = "builder" },
            Instruction = new()
            {
                Value = new Money(1_750, "EUR"),
                PaymentInstrument = new(),
                ResultUrls = new() { Success = At("s"), Failure = At("f"), Cancel = At("c") },
            },
        };
    }
}

// Right: @"https://shop.example\{0}" => "https://shop.example/{0}"
public static class Program
{
    private const string Format = @"https://shop.example\{0}";

    public static object Pay() => new IdealPaymentRequest
    {
        TransactionReference = "URL-3",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, "EUR"),
            PaymentInstrument = new(),
            ResultUrls = new()
            {
                Success = new Uri(string.Format(Format, "ok")), // APM1008
                Failure = new Uri("https://shop.example/failed"),
                Cancel = new Uri("https://shop.example/cancelled"),
            },
        },
    };
}

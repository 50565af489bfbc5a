// Right: "thank you" => "thanks"
public static class Program
{
    private static Uri Page(string name) => new($"https://shop.example/{name}");

    public static object Pay() => new IdealPaymentRequest
    {
        TransactionReference = "URL-2",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, "EUR"),
            PaymentInstrument = new(),
            ResultUrls = new() { Success = Page("thank you"), Failure = Page("failed"), Cancel = Page("cancelled") }, // APM1008
        },
    };
}

// Right: string.Join('\\', => string.Join('/',
public static class Program
{
    private static Uri Of(string page) => new(string.Join('\\', "https://kiosk.example", page));

    public static object Pay() => new IdealPaymentRequest
    {
        TransactionReference = "URL-4",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, "EUR"),
            PaymentInstrument = new(),
            ResultUrls = new() { Success = Of("paid"), Failure = new("https://kiosk.example/f"), Cancel = new("https://kiosk.example/c") }, // APM1008
        },
    };
}

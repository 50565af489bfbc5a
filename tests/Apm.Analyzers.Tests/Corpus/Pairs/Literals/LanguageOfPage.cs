// Right: Language = "cz" => Language = "cs"
public static class Program
{
    public static object Pay() => new AlipayCnPaymentRequest
    {
        TransactionReference = "LANG-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(5_000, "CNY"),
            Narrative = new() { Line1 = "Porcelain" },
            PaymentInstrument = new() { Language = "cz" }, // APM1006
            ResultUrls = new() { Success = new("https://p.example/1"), Pending = new("https://p.example/2"), Failure = new("https://p.example/3") },
        },
    };
}

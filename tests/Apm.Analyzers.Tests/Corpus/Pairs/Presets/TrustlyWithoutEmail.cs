// Right: Customer = new() } => Customer = new() { Email = "kund@shop.example" } }
public static class Checkout
{
    public static TrustlyInstruction Instruction(Money value) => new()
    {
        Value = value,
        Narrative = new() { Line1 = "Shop" },
        PaymentInstrument = new() { Country = "SE" },
        ResultUrls = Urls, Customer = new() };

    private static WorldpayResultUrls Urls { get; } = new() 
    {
        Success = new("https://s.example/1"),
        Pending = new("https://s.example/2"),
        Cancel = new("https://s.example/3"),
    };
}

public static class Program
{
    public static object Pay() => new TrustlyPaymentRequest // APM1009
    {
        TransactionReference = "T-1",
        Merchant = new() { Entity = "default" },
        Instruction = Checkout.Instruction(new(5_000, "SEK")),
    };
}

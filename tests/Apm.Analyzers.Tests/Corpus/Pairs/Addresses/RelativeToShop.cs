// Right: "/checkout/" => "https://shop.example/checkout/"
public static class Urls
{
    public static WorldpayResultUrls For(string root) => new()
    {
        Success = new Uri(root + "ok", UriKind.RelativeOrAbsolute),
        Pending = new("https://p.example/"),
        Cancel = new("https://c.example/"),
    };
}

public static class Program
{
    public static object Pay() => new PrzelewyPaymentRequest
    {
        TransactionReference = "URL-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, "PLN"),
            Narrative = new() { Line1 = "Urls" },
            PaymentInstrument = new() { Country = "PL" },
            ResultUrls = Urls.For("/checkout/"), // APM1008
            Customer = new() { Email = "a@b.example" },
        },
    };
}

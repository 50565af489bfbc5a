// Right: "anna@shop" => "anna@shop.example"
public static class Program
{
    public static object Pay()
    {
        var customer = new WorldpayCustomer { Email = "anna@shop" }; // APM1005
        return new TrustlyPaymentRequest
        {
            TransactionReference = "TR-2",
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Value = new(5_000, "SEK"),
                Narrative = new() { Line1 = "Trust" },
                PaymentInstrument = new() { Country = "SE" },
                ResultUrls = new() { Success = new("https://t.example/1"), Pending = new("https://t.example/2"), Cancel = new("https://t.example/3") },
                Customer = customer,
            },
        };
    }
}

// Right: TermsAccepted = false => TermsAccepted = true
public static class Program
{
    public static object Pay() => new BlikPaymentRequest
    {
        TransactionReference = "BL-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(5_000, "PLN"),
            Narrative = new() { Line1 = "Sklep" },
            PaymentInstrument = new() { Country = "PL" },
            TermsAccepted = false, // APM1006
            ResultUrls = new() { Success = new("https://b.example/1"), Pending = new("https://b.example/2"), Cancel = new("https://b.example/3") },
            Customer = new() { Email = "j@b.example" },
        },
    };
}

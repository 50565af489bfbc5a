// Right: const decimal Discount = 0.995m; => const decimal Discount = 0.5m;
public static class Deals
{
    private const decimal Discount = 0.995m;

    public static Money Price(decimal list) => Money.FromMajor(Math.Floor(list - list * Discount), "PLN");
}

public static class Program
{
    public static object Pay() => new BlikPaymentRequest
    {
        TransactionReference = "BLIK-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = Deals.Price(20m), // APM1003
            Narrative = new() { Line1 = "Okazja" },
            PaymentInstrument = new() { Country = "PL" },
            TermsAccepted = true,
            ResultUrls = new() { Success = new("https://o.example/a"), Pending = new("https://o.example/b"), Cancel = new("https://o.example/c") },
            Customer = new() { Email = "k@o.example" },
        },
    };
}

// Right: Customer = null => Customer = new() { Email = command.Email }
public sealed record Buy(string Number, long Grosze, string Email);

public sealed class BuyHandler
{
    public PrzelewyPaymentRequest Handle(Buy command) => new()
    {
        TransactionReference = command.Number,
        Merchant = new() { Entity = "default" },
        Instruction = new() // APM1009
        {
            Value = new(command.Grosze, "PLN"),
            Narrative = new() { Line1 = "Sklep" },
            PaymentInstrument = new() { Country = "PL" },
            ResultUrls = new()
            {
                Success = new("https://sklep.example/ok"),
                Pending = new("https://sklep.example/czekaj"),
                Cancel = new("https://sklep.example/nie"),
            },
            Customer = null,
        },
    };
}

public static class Program
{
    public static object Pay() => new BuyHandler().Handle(new("P-5", 19_900, "k@sklep.example"));
}

public sealed class StoreOptions(string country)
{
    public string Country { get; } = country;

    public string Currency { get; } = country == "BR" ? "BRL" : "CLP";
}

public sealed class StoreCheckout(StoreOptions options)
{
    public PixPaymentRequest? Pay() => options.Country == "BR"
        ? new PixPaymentRequest
        {
            TransactionReference = "store-1",
            Merchant = new() { Entity = "store" },
            Instruction = new()
            {
                Value = new Money(7_700, options.Currency),
                Narrative = new() { Line1 = "Loja Azul" },
                PaymentInstrument = new() { Country = options.Country },
            },
        }
        : null;
}

public static class Program
{
    public static IEnumerable<object?> Pay() => new[] { "BR", "CL" }.Select(country => new StoreCheckout(new StoreOptions(country)).Pay());
}

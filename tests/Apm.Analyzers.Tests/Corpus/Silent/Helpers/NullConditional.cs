public sealed class Address
{
    public string Country { get; init; } = "";
}

public sealed class Customer
{
    public Address? Home { get; init; }
}

public static class Checkout
{
    public static object? Pay(Customer customer)
    {
        var currency = customer.Home?.Country == "BR" ? "BRL" : "EUR";
        if (customer.Home?.Country != "BR")
        {
            return null;
        }

        return new PixPaymentRequest
        {
            TransactionReference = "home-1",
            Merchant = new() { Entity = "praia" },
            Instruction = new()
            {
                Value = new Money(11_100, currency),
                Narrative = new() { Line1 = "Praia Shop" },
                PaymentInstrument = new() { Country = customer.Home.Country },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() =>
        [Checkout.Pay(new()), Checkout.Pay(new() { Home = new() { Country = "BR" } }), Checkout.Pay(new() { Home = new() { Country = "FR" } })];
}

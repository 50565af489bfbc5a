public sealed record Order(string Country, long Total, bool IsGift);

public sealed class OrderService
{
    public object? Buy(Order order)
    {
        if (order.Country != "SE")
        {
            return null;
        }

        return Build(order);
    }

    public object? Gift(Order order) => order is { Country: "SE", IsGift: true } ? Build(order) : null;

    private SwishPaymentRequest Build(Order order)
    {
        var currency = order.Country switch { "SE" => "SEK", "FI" => "EUR", _ => "USD" };
        return new SwishPaymentRequest
        {
            TransactionReference = "order-5",
            Merchant = new() { Entity = "orders" },
            Instruction = new()
            {
                Value = new Money(order.Total, currency),
                Narrative = new() { Line1 = order.IsGift ? "Present" : "Order" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        var service = new OrderService();
        foreach (var order in new Order[] { new("SE", 5_000, true), new("FI", 5_000, true), new("SE", 5_000, false) })
        {
            yield return service.Buy(order);
            yield return service.Gift(order);
        }
    }
}

public enum Delivery { Pickup, Courier }

public sealed class Order
{
    public required string Id { get; set; }

    public Delivery Delivery { get; set; }

    public long Total { get; set; }
}

public static class Courier
{
    public static object? Prepay(Order order)
    {
        var currency = order.Delivery == Delivery.Pickup ? "XXX" : "SEK";
        switch (order.Delivery)
        {
            case Delivery.Pickup:
                return null;
            default:
                return new SwishPaymentRequest
                {
                    TransactionReference = order.Id,
                    Merchant = new() { Entity = "blommor" },
                    Instruction = new()
                    {
                        Value = new Money(order.Total, currency),
                        Narrative = new() { Line1 = "Blommor Nu" },
                        PaymentInstrument = new() { Country = "SE" },
                    },
                };
        }
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() =>
        Enum.GetValues<Delivery>().Select(delivery => Courier.Prepay(new Order { Id = "o-77", Delivery = delivery, Total = 45_000 }));
}

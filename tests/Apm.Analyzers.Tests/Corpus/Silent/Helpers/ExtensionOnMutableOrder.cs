public sealed class Order
{
    public string Country { get; set; } = "";
    public long Total { get; set; }
}

public static class OrderExtensions
{
    public static string Currency(this Order order) => order.Country == "BR" ? "BRL" : "ARS";

    public static bool IsBrazilian(this Order order) => order.Country == "BR";
}

public static class PixHandler
{
    public static PixPaymentRequest? Handle(Order order)
    {
        var currency = order.Currency();
        if (!order.IsBrazilian())
        {
            return null;
        }

        return new PixPaymentRequest
        {
            TransactionReference = "pix-31",
            Merchant = new() { Entity = "mate" },
            Instruction = new()
            {
                Value = new Money(order.Total, currency),
                Narrative = new() { Line1 = "Casa do Mate" },
                PaymentInstrument = new() { Country = order.Country },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() =>
        new[] { "BR", "AR" }.Select(country => PixHandler.Handle(new Order { Country = country, Total = 2_750 }));
}

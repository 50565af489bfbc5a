// Right: "USD" => "HKD"
public sealed record PlaceOrder(string Number, long Total);

public sealed class CheckoutHandler
{
    public AlipayHkPaymentRequest Handle(PlaceOrder command) => new()
    {
        TransactionReference = command.Number,
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Narrative = new() { Line1 = "Harbour Tea" },
            Value = new Money(command.Total, "USD"), // APM1001
            PaymentInstrument = new(),
            ResultUrls = new()
            {
                Success = new Uri("https://tea.example/paid"),
                Pending = new Uri("https://tea.example/pending"),
                Failure = new Uri("https://tea.example/failed"),
            },
        },
    };
}

public static class Program
{
    public static object Pay() => new CheckoutHandler().Handle(new PlaceOrder("T-1001", 12_800));
}

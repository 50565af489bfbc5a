public sealed class Links
{
    public string? Host { get; init; }

    public Uri To(string page) => new($"https://{Host ?? "shop.example"}/{page}");
}

public static class Program
{
    public static IEnumerable<object?> Pay() => new[] { null, "www.shop.example" }.Select(host =>
    {
        var links = new Links { Host = host };
        return (object?)new IdealPaymentRequest
        {
            TransactionReference = "links-1",
            Merchant = new() { Entity = "links" },
            Instruction = new()
            {
                Value = new Money(1_750, "EUR"),
                PaymentInstrument = new(),
                ResultUrls = new() { Success = links.To("s"), Failure = links.To("f"), Cancel = links.To("c") },
            },
        };
    });
}

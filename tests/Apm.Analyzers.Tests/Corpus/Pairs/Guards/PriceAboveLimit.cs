// Right: price is > 150_000m => price is > 100_000m
public sealed record Item(string Number, decimal Price);

public static class Program
{
    private static object? Sell(Item item)
    {
        var price = item.Price;
        return price is > 150_000m
            ? new SwishPaymentRequest
            {
                TransactionReference = item.Number,
                Merchant = new() { Entity = "default" },
                Instruction = new()
                {
                    Value = Money.FromMajor(price, "SEK"), // APM1002
                    Narrative = new() { Line1 = "Price" },
                    PaymentInstrument = new() { Country = "SE" },
                },
            }
            : null;
    }

    public static object Pay() => Sell(new("GU-3", DateTime.UnixEpoch.Year * 60m)) ?? Sell(new("GU-3", DateTime.UnixEpoch.Year * 100m))!;
}

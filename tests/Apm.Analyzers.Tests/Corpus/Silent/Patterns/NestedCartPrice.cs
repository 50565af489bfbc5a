public record CartLine(string Sku, Price Price);
public record Price(long Minor, string Code);

public static class SwishCart
{
    public static object? Submit(string sku, bool isDanish)
    {
        var line = new CartLine(sku, new Price(12_900, isDanish ? "DKK" : "SEK"));
        if (line is { Price: { Code: "SEK" } price })
        {
            return new SwishPaymentRequest
            {
                TransactionReference = $"cart-{line.Sku}",
                Merchant = new() { Entity = "skor" },
                Instruction = new()
                {
                    Value = new(price.Minor, price.Code),
                    Narrative = new() { Line1 = "Skor och Skor" },
                    PaymentInstrument = new() { Country = "SE" },
                },
            };
        }

        return null;
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [SwishCart.Submit("A1", isDanish: false), SwishCart.Submit("A1", isDanish: true)];
}

public enum Region { Hk, Us }
public sealed record Cart(Region Region, long Cents);

public static class WalletEndpoint
{
    private static string CurrencyOf(Region region) => region switch { Region.Hk => "HKD", _ => "USD" };

    public static AlipayHkPaymentRequest? Post(Cart cart)
    {
        var currency = CurrencyOf(cart.Region);
        if (cart.Region != Region.Hk)
        {
            return null;
        }

        return new AlipayHkPaymentRequest
        {
            TransactionReference = "cart-1",
            Merchant = new() { Entity = "kites" },
            Instruction = new()
            {
                Value = new Money(cart.Cents, currency),
                Narrative = new() { Line1 = "Kite Loft" },
                PaymentInstrument = new(),
                ResultUrls = new()
                {
                    Success = new Uri("https://kites.example/success"),
                    Pending = new Uri("https://kites.example/pending"),
                    Failure = new Uri("https://kites.example/stop"),
                },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => Enum.GetValues<Region>().Select(region => WalletEndpoint.Post(new Cart(region, 8_800)));
}

public enum Region { Hk, Us }
public sealed record Cart(Region Region, long Cents);

public static class CartMapper
{
    private static string CurrencyOf(Region region) => region == Region.Hk ? "HKD" : "USD";

    private static AlipayHkPaymentRequest ToAlipayHk(Cart cart) => new AlipayHkPaymentRequest
    {
        TransactionReference = "map-1",
        Merchant = new() { Entity = "mapper" },
        Instruction = new()
        {
            Value = new Money(cart.Cents, CurrencyOf(cart.Region)),
            Narrative = new() { Line1 = "Mapper Shop" },
            PaymentInstrument = new(),
            ResultUrls = new()
            {
                Success = new Uri("https://mapper.example/success"),
                Pending = new Uri("https://mapper.example/pending"),
                Failure = new Uri("https://mapper.example/stop"),
            },
        },
    };

    public static AlipayHkPaymentRequest? Map(Cart cart) => cart.Region == Region.Hk ? ToAlipayHk(cart) : null;
}

public static class Program
{
    public static IEnumerable<object?> Pay() => Enum.GetValues<Region>().Select(region => CartMapper.Map(new Cart(region, 3_000)));
}

// Right: ? "shop_1" : => ? "shop-1" :
public static class Program
{
    private static bool IsMain => DateTime.UnixEpoch.Month == 1;

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "J-2",
        Merchant = new() { Entity = IsMain ? "shop_1" : "shop-2" }, // APM1005
        Instruction = new() { Value = new(100, "SEK"), Narrative = new() { Line1 = "Conditional" }, PaymentInstrument = new() { Country = "SE" } },
    };
}

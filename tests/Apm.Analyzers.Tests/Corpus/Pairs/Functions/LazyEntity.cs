// Right: "kassa_1" => "kassa-1"
public sealed class Till
{
    private static readonly Lazy<string> s_entity = new(() => "kassa_1");

    public WorldpayMerchant Merchant => new() { Entity = s_entity.Value }; // APM1005
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "F-3",
        Merchant = new Till().Merchant,
        Instruction = new() { Value = new(100, "SEK"), Narrative = new() { Line1 = "Lazy" }, PaymentInstrument = new() { Country = "SE" } },
    };
}

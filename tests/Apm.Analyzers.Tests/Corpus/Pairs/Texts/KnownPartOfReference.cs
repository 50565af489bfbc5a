// Right: "order #" => "order-"
public static class Program
{
    private static WorldpayMerchant Merchant(string id) => new() { Entity = ("order #" + id).Replace("order", "o-r") };

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "TX-8",
        Merchant = Merchant(7.ToString()), // APM1005
        Instruction = new() { Value = new(100, "SEK"), Narrative = new() { Line1 = "Parts" }, PaymentInstrument = new() { Country = "SE" } },
    };
}

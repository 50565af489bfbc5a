// Right: Outer("kassa nr_1") => Outer("kassa nr 1")
public static class Program
{
    private static WorldpayMerchant Inner(string entity) => new() { Entity = entity };

    private static WorldpayMerchant Outer(string entity) => Inner(entity.Trim());

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "H-2",
        Merchant = Outer("kassa nr_1"), // APM1005
        Instruction = new() { Value = new(100, "SEK"), Narrative = new() { Line1 = "Deep" }, PaymentInstrument = new() { Country = "SE" } },
    };
}

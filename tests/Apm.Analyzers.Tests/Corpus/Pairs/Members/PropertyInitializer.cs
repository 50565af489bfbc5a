// Right: { get; } = "Göteborg" => { get; } = "Goteborg"
public sealed class Warehouse
{
    private static string City { get; } = "Göteborg";

    public static WorldpayMerchant Merchant() => new() { Entity = City }; // APM1005
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "WH-1",
        Merchant = Warehouse.Merchant(),
        Instruction = new() { Value = new(8_900, "SEK"), Narrative = new() { Line1 = "Warehouse" }, PaymentInstrument = new() { Country = "SE" } },
    };
}

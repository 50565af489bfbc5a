// Right: "SKU-0001_" => "SKU-0001X"
public static class Program
{
    private const string Sku = "SKU-0001_";

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "AT-2",
        Merchant = new() { Entity = Sku[4..] }, // APM1005
        Instruction = new()
        {
            Value = new(100, "SEK"),
            Narrative = new() { Line1 = "Shop" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

// Right: Line1 = "Lördag" => Line1 = "Lordag"
public static class Program
{
    private static SwishPaymentRequest Base() => new()
    {
        TransactionReference = "WI-4",
        Merchant = new() { Entity = "default" },
        Instruction = new() { Value = new(100, "SEK"), Narrative = new() { Line1 = "Base" }, PaymentInstrument = new() { Country = "SE" } },
    };

    public static object Pay()
    {
        var request = Base();
        return request with { Merchant = new() { Entity = new WorldpayNarrative { Line1 = "Lördag" }.Line1 } }; // APM1005, APM1005
    }
}

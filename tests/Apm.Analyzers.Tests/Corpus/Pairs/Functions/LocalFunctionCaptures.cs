// Right: var currency = "EUR"; => var currency = "SEK";
public static class Program
{
    public static object Pay()
    {
        var currency = "EUR";
        return Request(100);

        SwishPaymentRequest Request(long ore) => new()
        {
            TransactionReference = "F-1",
            Merchant = new() { Entity = "default" },
            Instruction = new() { Value = new(ore, currency), Narrative = new() { Line1 = "Local" }, PaymentInstrument = new() { Country = "SE" } }, // APM1001
        };
    }
}

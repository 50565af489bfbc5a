// Right: Insert(2, "_") => Insert(2, "-")
public static class Program
{
    public static object Pay()
    {
        var entity = "se01".Insert(2, "_");
        return new SwishPaymentRequest
        {
            TransactionReference = "TX-9",
            Merchant = new() { Entity = entity }, // APM1005
            Instruction = new() { Value = new(100, "SEK"), Narrative = new() { Line1 = "Insert" }, PaymentInstrument = new() { Country = "SE" } },
        };
    }
}

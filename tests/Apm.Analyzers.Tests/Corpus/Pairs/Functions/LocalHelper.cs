// Right: "nr_7" => "nr-7"
public static class Program
{
    public static object Pay()
    {
        return new SwishPaymentRequest
        {
            TransactionReference = "FU-2",
            Merchant = new() { Entity = Entity() }, // APM1005
            Instruction = new() { Value = new(100, "SEK"), Narrative = new() { Line1 = "Local" }, PaymentInstrument = new() { Country = "SE" } },
        };

        string Entity() => "nr_7";
    }
}

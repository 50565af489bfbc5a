// Right: "**Å Shop**" => "**A Shop**"
public static class Program
{
    private static string Clean(string title) => title.Trim('*');

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "TX-10",
        Merchant = new() { Entity = Clean("**Å Shop**") }, // APM1005
        Instruction = new() { Value = new(100, "SEK"), Narrative = new() { Line1 = "Stars" }, PaymentInstrument = new() { Country = "SE" } },
    };
}

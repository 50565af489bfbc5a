// Right: "kassa Ö-1" => "kassa O-1"
public static class Program
{
    private static async Task<string> EntityAsync()
    {
        await Task.Yield();
        return "kassa Ö-1";
    }

    private static async Task<object> PayAsync() => new SwishPaymentRequest
    {
        TransactionReference = "FU-4",
        Merchant = new() { Entity = await EntityAsync() }, // APM1005
        Instruction = new() { Value = new(100, "SEK"), Narrative = new() { Line1 = "Await" }, PaymentInstrument = new() { Country = "SE" } },
    };

    public static object Pay() => PayAsync().Result;
}

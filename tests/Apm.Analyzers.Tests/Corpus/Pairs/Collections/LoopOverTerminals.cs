// Right: "till_2" => "till-2"
public static class Program
{
    public static object Pay()
    {
        var requests = new List<SwishPaymentRequest>();
        foreach (var till in new[] { "till-1", "till_2" })
        {
            requests.Add(new()
            {
                TransactionReference = "LOOP-1",
                Merchant = new() { Entity = till }, // APM1005
                Instruction = new() { Value = new(100, "SEK"), Narrative = new() { Line1 = "Loop" }, PaymentInstrument = new() { Country = "SE" } },
            });
        }

        return requests[^1];
    }
}

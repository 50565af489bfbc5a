// Right: let entity = "kassa_1" => let entity = "kassa-1"
public static class Program
{
    public static object Pay() => (
        from number in Enumerable.Range(1, 9)
        where number > 3
        let entity = "kassa_1"
        select new SwishPaymentRequest
        {
            TransactionReference = $"QU-{number}",
            Merchant = new() { Entity = entity }, // APM1005
            Instruction = new() { Value = new(100, "SEK"), Narrative = new() { Line1 = "Where" }, PaymentInstrument = new() { Country = "SE" } },
        }).First();
}

// Right: {42,3} => {142,3}
public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "AT-5",
        Merchant = new() { Entity = $"_{42,3}".Replace("_", $"{42,3}").Insert(0, $"{42,3}").Replace(" ", "_") }, // APM1005
        Instruction = new()
        {
            Value = new(100, "SEK"),
            Narrative = new() { Line1 = "Shop" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

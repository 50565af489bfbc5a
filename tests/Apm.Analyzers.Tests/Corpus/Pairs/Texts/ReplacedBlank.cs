// Right: .Replace(' ', '_') => .Replace(' ', '-')
public static class Slug
{
    public static string Of(string name) => name.ToLowerInvariant().Replace(' ', '_');
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "TX-7",
        Merchant = new() { Entity = Slug.Of("Old Town") }, // APM1005
        Instruction = new() { Value = new(100, "SEK"), Narrative = new() { Line1 = "Town" }, PaymentInstrument = new() { Country = "SE" } },
    };
}

// Right: { "vip", "CAD" } => { "vip", "SEK" }
public static class Plans
{
    private static readonly IReadOnlyDictionary<string, string> s_currencies = new Dictionary<string, string> { { "vip", "CAD" } };

    public static object Charge(long amount)
    {
        if (!s_currencies.TryGetValue("vip", out var currency))
        {
            currency = "SEK";
        }

        return new SwishPaymentRequest
        {
            TransactionReference = "vip-1",
            Merchant = new() { Entity = "plans" },
            Instruction = new()
            {
                Value = new Money(amount, currency), // APM1001
                Narrative = new() { Line1 = "Plans" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

public static class Program
{
    public static object Pay() => Plans.Charge(88_800);
}

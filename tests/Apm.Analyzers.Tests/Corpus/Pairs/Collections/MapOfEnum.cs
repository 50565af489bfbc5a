// Right: [Size.L] = 15_100_000 => [Size.L] = 1_510_000
public enum Size { S, L }

public static class Program
{
    private static readonly IReadOnlyDictionary<Size, long> s_prices = new Dictionary<Size, long> { [Size.S] = 100, [Size.L] = 15_100_000 };

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "LI-2",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(s_prices[Size.L], "SEK"), // APM1002
            Narrative = new() { Line1 = "Shop" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

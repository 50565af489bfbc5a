public static class Deployment
{
    public static readonly bool IsProbe = Environment.GetEnvironmentVariable("SHOP_PROBE") is not null;
    public static readonly string Reference = IsProbe ? "probe with spaces" : "live-1";
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        if (Deployment.IsProbe)
        {
            yield break;
        }

        yield return new SwishPaymentRequest
        {
            TransactionReference = Deployment.Reference,
            Merchant = new() { Entity = "deploy" },
            Instruction = new()
            {
                Value = new Money(1_000, "SEK"),
                Narrative = new() { Line1 = "Deploy" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

// Right: MidpointRounding.AwayFromZero => MidpointRounding.ToZero
public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "RB-2",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = Money.FromMajor(Math.Round(150_000.005m, 2, MidpointRounding.AwayFromZero), "SEK"), // APM1002
            Narrative = new() { Line1 = "Shop" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

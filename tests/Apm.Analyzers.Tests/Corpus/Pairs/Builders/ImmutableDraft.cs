// Right: WithTotal(15_000_001) => WithTotal(15_000_000)
public sealed record Draft(string Currency)
{
    public long Total { get; init; }

    public Draft WithTotal(long total) => this with { Total = total };

    public Money Price() => new(Total, Currency);
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "B-2",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new Draft("SEK").WithTotal(15_000_001).Price(), // APM1002
            Narrative = new() { Line1 = "Draft" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

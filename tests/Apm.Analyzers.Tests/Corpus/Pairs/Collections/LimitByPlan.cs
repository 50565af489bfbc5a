// Right: { Plan.Gold, 16_000_000 } => { Plan.Gold, 14_000_000 }
public enum Plan { Basic, Gold }

public sealed class Plans
{
    private static readonly IReadOnlyDictionary<Plan, long> Fees = new Dictionary<Plan, long> { { Plan.Basic, 9_900 }, { Plan.Gold, 16_000_000 } };

    public SwishPaymentRequest Subscribe() => new()
    {
        TransactionReference = "PLAN-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(Fees[Plan.Gold], "SEK"), // APM1002
            Narrative = new() { Line1 = "Plan" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

public static class Program
{
    public static object Pay() => new Plans().Subscribe();
}

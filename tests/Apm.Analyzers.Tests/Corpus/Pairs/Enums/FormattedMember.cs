// Right: Tier.Gold_ => Tier.Gold
public enum Tier { Silver, Gold, Gold_ }

public static class Members
{
    public static string Entity(Tier tier) => string.Format("member {0:G}", tier);
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "CLUB-9",
        Merchant = new() { Entity = Members.Entity(Tier.Gold_) }, // APM1005
        Instruction = new()
        {
            Value = new(10_000, "SEK"),
            Narrative = new() { Line1 = "Club" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

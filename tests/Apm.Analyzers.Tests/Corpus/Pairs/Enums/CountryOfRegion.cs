// Right: Region.UK => Region.GB
public enum Region { GB, UK, BR }

public sealed record Visit(string Number, Region Region);

public static class Program
{
    private static PixPaymentRequest Map(Visit visit, string country) => new()
    {
        TransactionReference = visit.Number,
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new Money(9_900, "BRL"),
            Narrative = new() { Line1 = "Museum" },
            PaymentInstrument = new() { Country = country },
        },
    };

    public static object Pay()
    {
        var visit = new Visit("M-12", Region.UK);
        return Map(visit, visit.Region.ToString()); // APM1006
    }
}

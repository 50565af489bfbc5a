public sealed record Discount(bool IsFree, long Amount)
{
    public long Charged => IsFree ? 0 : Amount;
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        var regular = new Discount(IsFree: false, 9_900);
        yield return new SwishPaymentRequest
        {
            TransactionReference = "discount-1",
            Merchant = new() { Entity = "rabatt" },
            Instruction = new()
            {
                Value = new Money(regular.Charged, "SEK"),
                Narrative = new() { Line1 = "Rabatt" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

public static class Program
{
    private static readonly Lazy<SwishPaymentRequest> s_template = new(() => new SwishPaymentRequest
    {
        TransactionReference = "lazy-1",
        Merchant = new() { Entity = "lazy" },
        Instruction = new()
        {
            Value = new Money(100, "SEK"),
            Narrative = new() { Line1 = "Lazy" },
            PaymentInstrument = new() { Country = "SE" },
        },
    });

    public static IEnumerable<object?> Pay()
    {
        yield return s_template.Value;
        yield return s_template.Value with { TransactionReference = "lazy-2" };
    }
}

public readonly record struct Vat(decimal Rate)
{
    public static readonly Vat Standard = new(0.25m);

    public long AddTo(long net) => net + (long)(net * Rate);
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        yield return new SwishPaymentRequest
        {
            TransactionReference = "vat-1",
            Merchant = new() { Entity = "vat" },
            Instruction = new()
            {
                Value = new Money(Vat.Standard.AddTo(8_000), "SEK"),
                Narrative = new() { Line1 = "Vat" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

public enum Iso { SEK, NOK, DKK }

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        yield return new SwishPaymentRequest
        {
            TransactionReference = $"enum-{Iso.SEK}",
            Merchant = new() { Entity = "enum" },
            Instruction = new()
            {
                Value = new Money(1_100, Iso.SEK.ToString()),
                Narrative = new() { Line1 = nameof(Iso) },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

public static class Invoices
{
    public static PixPaymentRequest Create(string reference, long cents)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reference);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cents);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cents, 5_000_000);
        return new PixPaymentRequest
        {
            TransactionReference = reference,
            Merchant = new() { Entity = "invoices" },
            Instruction = new()
            {
                Value = new Money(cents, "BRL"),
                Narrative = new() { Line1 = "Notas" },
                PaymentInstrument = new() { Country = "BR" },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        yield return Invoices.Create("nf-1", 5_000_000);
        object? refused = null;
        try
        {
            refused = Invoices.Create(Environment.GetEnvironmentVariable("NO_SUCH_REFERENCE") ?? " ", 1);
        }
        catch (ArgumentException)
        {
        }

        yield return refused;
    }
}

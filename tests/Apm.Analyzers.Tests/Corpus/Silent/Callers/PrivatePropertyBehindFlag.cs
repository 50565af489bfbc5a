public sealed class Pledge(bool isRecurring)
{
    private bool IsRecurring => isRecurring;

    public object? Submit() => IsRecurring ? null : Once;

    private PixPaymentRequest Once => new PixPaymentRequest
    {
        TransactionReference = isRecurring ? "again and again" : "once-1",
        Merchant = new() { Entity = "pledge" },
        Instruction = new()
        {
            Value = new Money(1_000, "BRL"),
            Narrative = new() { Line1 = "Pledge" },
            PaymentInstrument = new() { Country = "BR" },
        },
    };
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [new Pledge(false).Submit(), new Pledge(true).Submit()];
}

public sealed class Attempt
{
    public static object Run(bool firstFails)
    {
        var reference = "attempt-1";
        try
        {
            if (firstFails)
            {
                throw new InvalidOperationException();
            }
        }
        catch (InvalidOperationException)
        {
            reference = "attempt-2";
        }

        return new SwishPaymentRequest
        {
            TransactionReference = reference,
            Merchant = new() { Entity = "attempt" },
            Instruction = new()
            {
                Value = new Money(700, "SEK"),
                Narrative = new() { Line1 = "Attempt" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [Attempt.Run(true), Attempt.Run(false)];
}

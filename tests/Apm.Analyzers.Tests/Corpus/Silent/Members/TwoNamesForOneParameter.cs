public sealed class Meter(bool prepaid)
{
    private bool Prepaid { get; } = prepaid;

    private readonly long _amount = prepaid ? 5_000 : 0;

    public object? Bill()
    {
        if (!Prepaid)
        {
            return null;
        }

        return new SwishPaymentRequest
        {
            TransactionReference = "meter-1",
            Merchant = new() { Entity = "meter" },
            Instruction = new()
            {
                Value = new Money(_amount, "SEK"),
                Narrative = new() { Line1 = "Elverket" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [new Meter(true).Bill(), new Meter(false).Bill()];
}

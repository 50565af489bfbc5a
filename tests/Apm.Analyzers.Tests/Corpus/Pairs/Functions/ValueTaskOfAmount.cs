// Right: 15_500_000 => 14_500_000
public static class Program
{
    private static ValueTask<long> TotalAsync() => new(15_500_000);

    private static async ValueTask<object> PayAsync()
    {
        var total = await TotalAsync().ConfigureAwait(false);
        return new SwishPaymentRequest
        {
            TransactionReference = "F-5",
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Value = new(total, "SEK"), // APM1002
                Narrative = new() { Line1 = "ValueTask" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }

    public static object Pay() => PayAsync().AsTask().Result;
}

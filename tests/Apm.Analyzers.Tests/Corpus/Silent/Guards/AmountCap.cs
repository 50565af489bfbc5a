public static class Program
{
    private static object? Charge(int guests)
    {
        var total = guests switch { 1 => 90_000L, 2 => 170_000L, _ => 60_000_000L };
        if (total > 15_000_000)
        {
            return null;
        }

        return new SwishPaymentRequest
        {
            TransactionReference = $"guests-{guests}",
            Merchant = new() { Entity = "dinner" },
            Instruction = new()
            {
                Value = new Money(total, "SEK"),
                Narrative = new() { Line1 = "Dinner" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }

    public static IEnumerable<object?> Pay() => [Charge(1), Charge(2), Charge(30)];
}

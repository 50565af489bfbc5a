public static class Program
{
    public static IEnumerable<object?> Pay() => new[] { -5, 10, 900 }.Select(percent => new SwishPaymentRequest
        {
            TransactionReference = "tip-1",
            Merchant = new() { Entity = "tips" },
            Instruction = new()
            {
                Value = new Money(10_000 + Math.Clamp(percent, 0, 25) * 100, "SEK"),
                Narrative = new() { Line1 = "Tips" },
                PaymentInstrument = new() { Country = "SE" },
            },
        });
}

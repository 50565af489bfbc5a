public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        foreach (var bricks in new[] { 10, 100_000 })
        {
            var cents = Math.Min(bricks * 75_00L, 5_000_000L);
            yield return new PixPaymentRequest
            {
                TransactionReference = $"bricks-{bricks}",
                Merchant = new() { Entity = "bricks" },
                Instruction = new()
                {
                    Value = new Money(cents, "BRL"),
                    Narrative = new() { Line1 = "Tijolos" },
                    PaymentInstrument = new() { Country = "BR" },
                },
            };
        }
    }
}

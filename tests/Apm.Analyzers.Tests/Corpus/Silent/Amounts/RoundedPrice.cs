public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        foreach (var (price, quantity) in new[] { (19.99m, 3), (0.333m, 30) })
        {
            var total = Math.Round(price * quantity, 2, MidpointRounding.AwayFromZero);
            yield return new PixPaymentRequest
            {
                TransactionReference = "round-1",
                Merchant = new() { Entity = "rounded" },
                Instruction = new()
                {
                    Value = Money.FromMajor(total, "BRL"),
                    Narrative = new() { Line1 = "Rounded" },
                    PaymentInstrument = new() { Country = "BR" },
                },
            };
        }
    }
}

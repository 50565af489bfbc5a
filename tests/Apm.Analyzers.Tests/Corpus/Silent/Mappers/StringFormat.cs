public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        for (var number = 1; number <= 2; number++)
        {
            var reference = string.Format(System.Globalization.CultureInfo.InvariantCulture, "order-{0:D6}", number);
            yield return new PixPaymentRequest
            {
                TransactionReference = reference,
                Merchant = new() { Entity = "format" },
                Instruction = new()
                {
                    Value = new Money(100 * number, "BRL"),
                    Narrative = new() { Line1 = string.Join(" ", "Loja", "Um") },
                    PaymentInstrument = new() { Country = "BR" },
                },
            };
        }
    }
}

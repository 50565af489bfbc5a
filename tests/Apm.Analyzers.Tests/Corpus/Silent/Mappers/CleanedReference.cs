public static class Program
{
    private static string Clean(string reference) => new(reference.Where(char.IsAsciiLetterOrDigit).ToArray());

    public static IEnumerable<object?> Pay()
    {
        yield return new PixPaymentRequest
        {
            TransactionReference = Clean("order #12 / a"),
            Merchant = new() { Entity = "clean" },
            Instruction = new()
            {
                Value = new Money(900, "BRL"),
                Narrative = new() { Line1 = "Clean" },
                PaymentInstrument = new() { Country = "BR" },
            },
        };
    }
}

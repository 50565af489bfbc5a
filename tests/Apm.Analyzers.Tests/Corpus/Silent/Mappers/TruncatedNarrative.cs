public static class Program
{
    private static string Line(string name) => name.Length > 15 ? name.Substring(0, 15) : name;

    public static IEnumerable<object?> Pay() => new[] { "Short", "A rather long name of a shop" }.Select(name => new SwishPaymentRequest
        {
            TransactionReference = "trunc-1",
            Merchant = new() { Entity = "trunc" },
            Instruction = new()
            {
                Value = new Money(900, "SEK"),
                Narrative = new() { Line1 = Line(name) },
                PaymentInstrument = new() { Country = "SE" },
            },
        });
}

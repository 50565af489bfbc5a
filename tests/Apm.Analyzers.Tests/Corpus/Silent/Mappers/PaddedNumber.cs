public static class Program
{
    public static IEnumerable<object?> Pay() => new[] { 7, 70 }.Select(number => new SwishPaymentRequest
        {
            TransactionReference = number.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(8, '0'),
            Merchant = new() { Entity = "padded" },
            Instruction = new()
            {
                Value = new Money(number * 100, "SEK"),
                Narrative = new() { Line1 = "Padded" },
                PaymentInstrument = new() { Country = "SE" },
            },
        });
}

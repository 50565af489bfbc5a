public static class Program
{
    private static object? Charge(string country)
    {
        var currency = country.ToUpperInvariant() switch { "BR" => "BRL", _ => "PYG" };
        return string.Equals(country, "br", StringComparison.OrdinalIgnoreCase)
            ? new PixPaymentRequest
            {
                TransactionReference = "case-1",
                Merchant = new() { Entity = "cases" },
                Instruction = new()
                {
                    Value = new Money(100, currency),
                    Narrative = new() { Line1 = "Cases" },
                    PaymentInstrument = new() { Country = "BR" },
                },
            }
            : null;
    }

    public static IEnumerable<object?> Pay() => [Charge("br"), Charge("BR"), Charge("py")];
}

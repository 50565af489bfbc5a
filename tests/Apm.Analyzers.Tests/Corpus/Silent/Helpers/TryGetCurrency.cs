public static class Currencies
{
    public static bool TryGet(string country, out string currency)
    {
        currency = country == "SE" ? "SEK" : "";
        return country == "SE";
    }
}

public static class Program
{
    private static object? Swish(string country) =>
        !Currencies.TryGet(country, out var currency)
            ? null
            : new SwishPaymentRequest
            {
                TransactionReference = "try-1",
                Merchant = new() { Entity = "lyktor" },
                Instruction = new()
                {
                    Value = new Money(3_900, currency),
                    Narrative = new() { Line1 = "Lyktor" },
                    PaymentInstrument = new() { Country = country },
                },
            };

    public static IEnumerable<object?> Pay() => [Swish("SE"), Swish("NO")];
}

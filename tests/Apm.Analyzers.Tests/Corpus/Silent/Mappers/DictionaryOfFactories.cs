public static class Factories
{
    private static readonly Dictionary<string, Func<long, object>> s_factories = new()
    {
        ["pix"] = amount => new PixPaymentRequest
        {
            TransactionReference = "factory-1",
            Merchant = new() { Entity = "factories" },
            Instruction = new()
            {
                Value = new Money(amount, "BRL"),
                Narrative = new() { Line1 = "Factories" },
                PaymentInstrument = new() { Country = "BR" },
            },
        },
        ["swish"] = amount => new SwishPaymentRequest
        {
            TransactionReference = "factory-2",
            Merchant = new() { Entity = "factories" },
            Instruction = new()
            {
                Value = new Money(amount, "SEK"),
                Narrative = new() { Line1 = "Factories" },
                PaymentInstrument = new() { Country = "SE" },
            },
        },
    };

    public static object? Create(string method, long amount) => s_factories.TryGetValue(method, out var create) ? create(amount) : null;
}

public static class Program
{
    public static IEnumerable<object?> Pay() => new[] { "pix", "swish", "cash" }.Select(method => Factories.Create(method, 1_200));
}

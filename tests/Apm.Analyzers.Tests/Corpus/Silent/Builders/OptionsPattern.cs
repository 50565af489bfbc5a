public sealed class SwishOptions
{
    public string Currency { get; set; } = "SEK";

    public string Narrative { get; set; } = "";

    public string Entity { get; set; } = "default";
}

public sealed class SwishFactory
{
    private readonly SwishOptions _options = new();

    public SwishFactory(Action<SwishOptions> configure) => configure(_options);

    public SwishPaymentRequest Create(long amount) => new()
    {
        TransactionReference = "options-1",
        Merchant = new() { Entity = _options.Entity },
        Instruction = new()
        {
            Value = new Money(amount, _options.Currency),
            Narrative = new() { Line1 = _options.Narrative },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        yield return new SwishFactory(options => options.Narrative = "Options").Create(350);
    }
}

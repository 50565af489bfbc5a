// Right: _country = "UK" => _country = "SE"
public sealed class CheckoutService
{
    private readonly string _country;
    private readonly Func<DateTime> _clock;

    public CheckoutService(Func<DateTime> clock)
    {
        _clock = clock;
        _country = "UK";
    }

    public SwishPaymentRequest Start(long ore) => new()
    {
        TransactionReference = "D" + _clock().Year,
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(ore, "SEK"),
            Narrative = new() { Line1 = "Service" },
            PaymentInstrument = new() { Country = _country }, // APM1006
        },
    };
}

public static class Program
{
    public static object Pay() => new CheckoutService(() => new DateTime(2026, 1, 1)).Start(100);
}

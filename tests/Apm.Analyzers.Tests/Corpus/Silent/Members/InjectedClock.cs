public sealed class Happy(TimeProvider clock)
{
    private readonly bool _isHappyHour = clock.GetUtcNow().Hour == 17;

    private string Line => _isHappyHour ? "Happy hour: half price!" : "Bar";

    public PixPaymentRequest? Order()
    {
        if (_isHappyHour)
        {
            return null;
        }

        return new PixPaymentRequest
        {
            TransactionReference = "bar-1",
            Merchant = new() { Entity = "bar" },
            Instruction = new()
            {
                Value = new Money(2_100, "BRL"),
                Narrative = new() { Line1 = Line },
                PaymentInstrument = new() { Country = "BR" },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [new Happy(new Fixed(17)).Order(), new Happy(new Fixed(9)).Order()];

    private sealed class Fixed(int hour) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2030, 1, 1, hour, 0, 0, TimeSpan.Zero);
    }
}

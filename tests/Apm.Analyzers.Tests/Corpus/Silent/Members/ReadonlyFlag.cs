public sealed class PayoutDesk
{
    private readonly bool _isForeign;

    public PayoutDesk(bool isForeign) => _isForeign = isForeign;

    public SwishPaymentRequest? Pay(long ore)
    {
        var currency = _isForeign ? "ISK" : "SEK";
        if (_isForeign)
        {
            return null;
        }

        return new SwishPaymentRequest
        {
            TransactionReference = "desk-9",
            Merchant = new() { Entity = "desk" },
            Instruction = new()
            {
                Value = new Money(ore, currency),
                Narrative = new() { Line1 = "Kassan" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [new PayoutDesk(false).Pay(2_000), new PayoutDesk(true).Pay(2_000)];
}

public sealed class Kiosk(bool isTouristArea)
{
    private readonly bool _isTouristArea = isTouristArea;

    private string Currency => _isTouristArea ? "USD" : "CNY";

    public object? Sell(long fen)
    {
        if (isTouristArea)
        {
            return null;
        }

        return new WechatpayPaymentRequest
        {
            TransactionReference = "kiosk-2",
            Merchant = new() { Entity = "kiosk" },
            Instruction = new() { Value = new Money(fen, Currency), Narrative = new() { Line1 = "Kiosk 24" }, PaymentInstrument = new() },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        yield return new Kiosk(true).Sell(900);
        yield return new Kiosk(false).Sell(900);
    }
}

// Right: Hours = 3 => Hours = 2
public static class Timeouts
{
    private const int Hours = 3;

    public static long Minutes => Hours * 60;
}

public static class Program
{
    public static object Pay() => new WechatpayPaymentRequest
    {
        TransactionReference = "QR-2",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, "CNY"),
            Narrative = new() { Line1 = "Dumplings" },
            PaymentInstrument = new(),
            ExpiryIn = Timeouts.Minutes, // APM1007
        },
    };
}

// Right: 121.9m => 119.9m
public static class Program
{
    public static object Pay()
    {
        var minutes = decimal.ToInt64(121.9m);
        return new WechatpayPaymentRequest
        {
            TransactionReference = "QR-1",
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Value = new(100, "CNY"),
                Narrative = new() { Line1 = "Noodles" },
                PaymentInstrument = new(),
                ExpiryIn = minutes, // APM1007
            },
        };
    }
}

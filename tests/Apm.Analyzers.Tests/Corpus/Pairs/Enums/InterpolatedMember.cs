// Right: Market.US => Market.CN
public enum Market { CN, US }

public static class TeaHouse
{
    public static object Order(int number)
    {
        var currency = $"{Market.US}{(number > 0 ? "Y" : "Y")}";
        return new WechatpayPaymentRequest
        {
            TransactionReference = $"TEA-{number}",
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Value = new(1_800, currency), // APM1001
                Narrative = new() { Line1 = "Tea House" },
                PaymentInstrument = new(),
            },
        };
    }
}

public static class Program
{
    public static object Pay() => TeaHouse.Order(7);
}

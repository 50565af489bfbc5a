public static class Program
{
    private static object? Charge(string requested)
    {
        var currency = requested == "local" ? "CNY" : "IDR";
        return Wechatpay.Currencies.Codes.Contains(currency)
            ? new WechatpayPaymentRequest
            {
                TransactionReference = "const-1",
                Merchant = new() { Entity = "constants" },
                Instruction = new() { Value = new Money(4_000, currency), Narrative = new() { Line1 = "Constants" }, PaymentInstrument = new() },
            }
            : null;
    }

    public static IEnumerable<object?> Pay() => [Charge("local"), Charge("other")];
}

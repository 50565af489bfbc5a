public static class Program
{
    private static readonly Dictionary<string, string> s_currencies = new() { ["SE"] = "SEK", ["CN"] = "CNY", ["MX"] = "MXN" };

    public static IEnumerable<object?> Pay()
    {
        yield return new WechatpayPaymentRequest
        {
            TransactionReference = "table-1",
            Merchant = new() { Entity = "table" },
            Instruction = new() { Value = new Money(1_500, s_currencies["CN"]), Narrative = new() { Line1 = "Table" }, PaymentInstrument = new() },
        };
    }
}

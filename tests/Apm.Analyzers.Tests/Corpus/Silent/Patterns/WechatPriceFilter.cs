public static class PriceFilter
{
    public static WechatpayPaymentRequest? ForMainlandWallet(long cents, bool isTourist)
    {
        var price = new Money(cents, isTourist ? "THB" : "CNY");
        return price is { Currency: "CNY" }
            ? new WechatpayPaymentRequest
            {
                TransactionReference = "tea-771",
                Merchant = new() { Entity = "teahouse" },
                Instruction = new() { Value = price, Narrative = new() { Line1 = "Jade Teahouse" }, PaymentInstrument = new() },
            }
            : null;
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        yield return PriceFilter.ForMainlandWallet(2_500, false);
        yield return PriceFilter.ForMainlandWallet(2_500, true);
    }
}

public sealed record Sale(string Country, long Amount);

public static class Export
{
    private static string CurrencyOf(Sale sale) => sale.Country == "CN" ? "CNY" : "VND";

    private static WechatpayPaymentRequest ToWechat(Sale sale) => new WechatpayPaymentRequest
    {
        TransactionReference = "sale-1",
        Merchant = new() { Entity = "export" },
        Instruction = new() { Value = new Money(sale.Amount, CurrencyOf(sale)), Narrative = new() { Line1 = "Export" }, PaymentInstrument = new() },
    };

    public static IEnumerable<WechatpayPaymentRequest> ToWechat(IEnumerable<Sale> sales) => sales.Where(sale => sale.Country == "CN").Select(ToWechat);
}

public static class Program
{
    public static IEnumerable<object?> Pay() => Export.ToWechat([new("CN", 500), new("VN", 500), new("CN", 700)]);
}

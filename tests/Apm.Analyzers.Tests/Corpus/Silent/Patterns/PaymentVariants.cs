public abstract record Basket(long Minor);
public sealed record LocalBasket(long Minor, string Currency) : Basket(Minor);
public sealed record ExportBasket(long Minor, string Currency, string Port) : Basket(Minor);

public static class Exporter
{
    public static object? Pay(bool isExport)
    {
        Basket basket = isExport ? new ExportBasket(90_000, "ZAR", "Durban") : new LocalBasket(90_000, "CNY");
        return basket switch
        {
            LocalBasket { Currency: "CNY" } local => new WechatpayPaymentRequest
            {
                TransactionReference = "basket-5",
                Merchant = new() { Entity = "export" },
                Instruction = new() { Value = new(local.Minor, local.Currency), Narrative = new() { Line1 = "Silk Export" }, PaymentInstrument = new() },
            },
            _ => null,
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [Exporter.Pay(false), Exporter.Pay(true)];
}

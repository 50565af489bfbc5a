// Right: TotalDiscountAmount = 100, => TotalDiscountAmount = 500,
public static class Basket
{
    public const long Unit = 2_000;

    public static WorldpayOrderItem Lamp => new()
    {
        Type = WorldpayOrderType.Physical, ProductCode = "L9", Name = "Lamp", Quantity = 2, UnitCost = Unit, TaxRate = 2000, TotalTaxAmount = 0,
        TotalDiscountAmount = 100,
        TotalAmount = Unit * 2 - 500,
    };
}

public static class Program
{
    public static object Pay() => new KlarnaPaymentRequest // APM1016
    {
        TransactionReference = "K-2",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(3_500, "GBP"),
            Narrative = new() { Line1 = "Lamps" },
            PaymentInstrument = new() { Country = "GB", Language = "en" },
            ResultUrls = new()
            {
                Success = new("https://l.example/a"),
                Pending = new("https://l.example/b"),
                Failure = new("https://l.example/c"),
                Cancel = new("https://l.example/d"),
            },
            Order = new() { OrderTotalTaxAmount = 0, TermsUrl = new("https://l.example/terms"), Items = [Basket.Lamp] },
        },
    };
}

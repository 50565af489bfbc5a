// Right: TotalAmount = 2_500 => TotalAmount = 3_000
public static class Program
{
    public static object Pay() => new KlarnaPaymentRequest
    {
        TransactionReference = "K-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(3_000, "EUR"),
            Narrative = new() { Line1 = "Wolle" },
            PaymentInstrument = new() { Country = "DE", Language = "de" },
            ResultUrls = new()
            {
                Success = new("https://w.example/a"),
                Pending = new("https://w.example/b"),
                Failure = new("https://w.example/c"),
                Cancel = new("https://w.example/d"),
            },
            Order = new()
            {
                OrderTotalTaxAmount = 400,
                TermsUrl = new("https://w.example/terms"),
                Items =
                [
                    new()
                    {
                        Type = WorldpayOrderType.Physical, ProductCode = "W1", Name = "Wolle", Quantity = 3, UnitCost = 1_000,
                        TaxRate = 1900, TotalTaxAmount = 400,
                        TotalAmount = 2_500, // APM1016
                    },
                ],
            },
        },
    };
}

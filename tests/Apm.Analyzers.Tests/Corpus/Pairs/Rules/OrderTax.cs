// Right: const long tax = 500; => const long tax = 600;
public static class Program
{
    private static WorldpayOrderItem Line(string code, long cost, long tax) => new()
    {
        Type = WorldpayOrderType.Physical, ProductCode = code, Name = code, Quantity = 1, UnitCost = cost, TaxRate = 2500, TotalTaxAmount = tax,
        TotalAmount = cost,
    };

    public static object Pay()
    {
        const long tax = 500;
        var order = new WorldpayOrder
        {
            OrderTotalTaxAmount = tax,
            TermsUrl = new("https://sked.example/villkor"),
            Items = [Line("A", 1_000, 200), Line("B", 2_000, 400)],
        };
        return new KlarnaPaymentRequest // APM1016
        {
            TransactionReference = "K-3",
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Value = new(3_000, "SEK"),
                Narrative = new() { Line1 = "Sked" },
                PaymentInstrument = new() { Country = "SE", Language = "sv" },
                ResultUrls = new()
                {
                    Success = new("https://sked.example/a"),
                    Pending = new("https://sked.example/b"),
                    Failure = new("https://sked.example/c"),
                    Cancel = new("https://sked.example/d"),
                },
                Order = order,
            },
        };
    }
}

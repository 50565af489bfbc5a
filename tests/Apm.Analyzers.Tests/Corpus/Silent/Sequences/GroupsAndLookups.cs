public sealed record Sale(string Region, long Amount)
{
    public string Currency => Region == "Skåne" ? "SEK" : "PEN";
}

public static class Sales
{
    public static IEnumerable<object> ByLookup(IEnumerable<Sale> sales)
    {
        foreach (var sale in sales.ToLookup(each => each.Region)["Skåne"])
        {
            yield return new SwishPaymentRequest
            {
                TransactionReference = "lookup-1",
                Merchant = new() { Entity = "sales" },
                Instruction = new()
                {
                    Value = new Money(sale.Amount, sale.Currency),
                    Narrative = new() { Line1 = "Sales" },
                    PaymentInstrument = new() { Country = "SE" },
                },
            };
        }
    }

    public static IEnumerable<object> ByGroup(IEnumerable<Sale> sales)
    {
        foreach (var group in sales.GroupBy(each => each.Region))
        {
            if (group.Key == "Skåne")
            {
                foreach (var sale in group)
                {
                    yield return new SwishPaymentRequest
                    {
                        TransactionReference = "group-1",
                        Merchant = new() { Entity = "sales" },
                        Instruction = new()
                        {
                            Value = new Money(sale.Amount, sale.Currency),
                            Narrative = new() { Line1 = "Sales" },
                            PaymentInstrument = new() { Country = "SE" },
                        },
                    };
                }
            }
        }
    }

    public static IEnumerable<object> ByJoin(IEnumerable<Sale> sales, IEnumerable<string> regions) =>
        sales.Join(regions, sale => sale.Region, region => region, (sale, _) => sale).Select(sale => new SwishPaymentRequest
        {
            TransactionReference = "join-1",
            Merchant = new() { Entity = "sales" },
            Instruction = new()
            {
                Value = new Money(sale.Amount, sale.Currency),
                Narrative = new() { Line1 = "Sales" },
                PaymentInstrument = new() { Country = "SE" },
            },
        });

    public static IEnumerable<object> Remaining(List<Sale> sales)
    {
        sales.RemoveAll(each => each.Region != "Skåne");
        foreach (var sale in sales)
        {
            yield return new SwishPaymentRequest
            {
                TransactionReference = "rest-1",
                Merchant = new() { Entity = "sales" },
                Instruction = new()
                {
                    Value = new Money(sale.Amount, sale.Currency),
                    Narrative = new() { Line1 = "Sales" },
                    PaymentInstrument = new() { Country = "SE" },
                },
            };
        }
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        List<Sale> sales = [new("Skåne", 1), new("Lima", 2)];
        return [.. Sales.ByLookup(sales), .. Sales.ByGroup(sales), .. Sales.ByJoin(sales, ["Skåne"]), .. Sales.Remaining(sales)];
    }
}

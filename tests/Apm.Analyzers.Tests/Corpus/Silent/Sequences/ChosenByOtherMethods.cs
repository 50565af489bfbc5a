public sealed record Sale(string Region, long Amount)
{
    public string Currency => Region == "Skåne" ? "SEK" : "PEN";
}

public static class Sales
{
    public static IEnumerable<object> ByLookup(IEnumerable<Sale> sales) =>
        sales.ToLookup(sale => sale.Region)["Skåne"].Select(Request);

    public static IEnumerable<object> Remaining(List<Sale> sales)
    {
        sales.RemoveAll(sale => sale.Region != "Skåne");
        foreach (var sale in sales)
        {
            yield return Request(sale);
        }
    }

    public static IEnumerable<object> Grouped(IEnumerable<Sale> sales)
    {
        foreach (var group in sales.GroupBy(sale => sale.Region))
        {
            if (group.Key == "Skåne")
            {
                foreach (var sale in group)
                {
                    yield return Request(sale);
                }
            }
        }
    }

    public static object? OfFiltered(List<Sale> sales)
    {
        var local = sales.Where(sale => sale.Region == "Skåne").ToList();
        return local.Count == 0 ? null : Request(local[0]);
    }

    public static object? AtIndex(List<Sale> sales)
    {
        var local = sales.FindAll(sale => sale.Region == "Skåne").ToArray();
        var first = local.ElementAt(0);
        return local.Length > 0 ? new SwishPaymentRequest
        {
            TransactionReference = "sale-2",
            Merchant = new() { Entity = "sales" },
            Instruction = new()
            {
                Value = new Money(local[0].Amount, local[0].Currency),
                Narrative = new() { Line1 = "Sales" },
                PaymentInstrument = new() { Country = "SE" },
            },
        } : null;
    }

    private static object Request(Sale sale) => new SwishPaymentRequest
    {
        TransactionReference = "sale-1",
        Merchant = new() { Entity = "sales" },
        Instruction = new()
        {
            Value = new Money(sale.Amount, sale.Currency),
            Narrative = new() { Line1 = "Sales" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        List<Sale> sales = [new("Skåne", 1), new("Lima", 2)];
        return
        [
            .. Sales.ByLookup(sales),
            .. Sales.Grouped(sales),
            Sales.OfFiltered(sales),
            Sales.AtIndex(sales),
            .. Sales.Remaining(sales),
        ];
    }
}

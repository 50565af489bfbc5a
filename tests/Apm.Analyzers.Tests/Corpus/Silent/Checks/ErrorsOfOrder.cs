public sealed record Order(bool IsSwedish, long Amount)
{
    public string Currency => IsSwedish ? "SEK" : "UAH";
}

public static class OrderHandler
{
    public static object? Handle(Order order)
    {
        var errors = new List<string>();
        if (!order.IsSwedish)
        {
            errors.Add("Only in Sweden");
        }

        if (order.Amount < 1)
        {
            errors.Add("Nothing to pay");
        }

        if (errors.Count > 0)
        {
            return null;
        }

        return new SwishPaymentRequest
        {
            TransactionReference = "errors-1",
            Merchant = new() { Entity = "errors" },
            Instruction = new()
            {
                Value = new Money(order.Amount, order.Currency),
                Narrative = new() { Line1 = "Errors" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }

    public static object? HandleAny(Order order)
    {
        List<string> problems = [];
        if (order.Amount == 0)
        {
            problems.Add("Nothing to pay");
        }

        if (!order.IsSwedish)
        {
            problems.Add("Only in Sweden");
        }

        return problems.Any() ? null : new SwishPaymentRequest
        {
            TransactionReference = "any-1",
            Merchant = new() { Entity = "any" },
            Instruction = new()
            {
                Value = new Money(order.Amount, order.Currency),
                Narrative = new() { Line1 = "Any" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() =>
        from order in new Order[] { new(true, 10), new(false, 10), new(true, 0) }
        from request in new[] { OrderHandler.Handle(order), OrderHandler.HandleAny(order) }
        select request;
}

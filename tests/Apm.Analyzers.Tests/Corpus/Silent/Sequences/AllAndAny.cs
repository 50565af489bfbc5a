public sealed record Line(string Market, long Amount)
{
    public string Currency => Market == "Sweden" ? "SEK" : "PHP";
}

public static class Basket
{
    public static object? Pay(IReadOnlyList<Line> lines)
    {
        if (!lines.All(line => line.Market == "Sweden"))
        {
            return null;
        }

        return Request(lines.Sum(line => line.Amount), lines[0].Currency);
    }

    public static object? Guarded(IReadOnlyList<Line> lines)
    {
        if (lines.Any(line => line.Market != "Sweden"))
        {
            throw new InvalidOperationException("Only in Sweden");
        }

        var request = default(object);
        foreach (var line in lines)
        {
            request = Request(line.Amount, line.Currency);
        }

        return request;
    }

    public static IEnumerable<object> Each(List<Line> lines) =>
        lines.TrueForAll(line => line.Market == "Sweden") ? lines.Select(line => Request(line.Amount, line.Currency)) : [];

    private static object Request(long amount, string currency) => new SwishPaymentRequest
    {
        TransactionReference = "basket-1",
        Merchant = new() { Entity = "basket" },
        Instruction = new()
        {
            Value = new Money(amount, currency),
            Narrative = new() { Line1 = "Basket" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        List<Line> right = [new("Sweden", 7), new("Sweden", 8)];
        List<Line> other = [new("Sweden", 7), new("Manila", 8)];
        return [Basket.Pay(right), Basket.Pay(other), Basket.Guarded(right), .. Basket.Each(right), .. Basket.Each(other)];
    }
}

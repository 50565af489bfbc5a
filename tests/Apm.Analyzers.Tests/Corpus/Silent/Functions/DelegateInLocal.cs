public static class Gates
{
    public static object? Pay(bool isSwedish)
    {
        Func<bool> isHere = () => isSwedish;
        var currency = isHere() ? "SEK" : "VND";
        if (!isHere())
        {
            return null;
        }

        return Request(currency);
    }

    public static object? PayByPredicate(string country)
    {
        Predicate<string> isHome = each => each == "SE";
        Func<string, string> currencyOf = each => each == "SE" ? "SEK" : "VND";
        return isHome(country) ? Request(currencyOf(country)) : null;
    }

    public static object? PayByParameter(string country, Func<string, bool> isHome)
    {
        var currency = isHome(country) ? "SEK" : "VND";
        return isHome(country) ? Request(currency) : null;
    }

    private static object Request(string currency) => new SwishPaymentRequest
    {
        TransactionReference = "gate-1",
        Merchant = new() { Entity = "gates" },
        Instruction = new()
        {
            Value = new Money(318, currency),
            Narrative = new() { Line1 = "Gates" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        foreach (var country in new[] { "SE", "VN" })
        {
            yield return Gates.Pay(country == "SE");
            yield return Gates.PayByPredicate(country);
            yield return Gates.PayByParameter(country, each => each == "SE");
        }
    }
}

public static class Counter
{
    private static (string Currency, bool IsAccepted) Decide(string country) => country == "SE" ? ("SEK", true) : ("BDT", false);

    public static object? Pay(string country)
    {
        var decision = Decide(country);
        if (!decision.IsAccepted)
        {
            return null;
        }

        return Request(decision.Currency);
    }

    public static object? PayLater(bool isHome)
    {
        var pair = (Currency: isHome ? "SEK" : "BDT", IsHome: isHome);
        return pair.IsHome ? Request(pair.Currency) : null;
    }

    public static object? PayByPattern(string country)
    {
        var decision = Decide(country);
        return decision is (var currency, true) ? Request(currency) : null;
    }

    public static object? PayByDeconstruction(string country)
    {
        var (currency, isAccepted) = Decide(country);
        return isAccepted ? Request(currency) : null;
    }

    private static object Request(string currency) => new SwishPaymentRequest
    {
        TransactionReference = "tuple-1",
        Merchant = new() { Entity = "counter" },
        Instruction = new()
        {
            Value = new Money(75, currency),
            Narrative = new() { Line1 = "Counter" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        foreach (var country in new[] { "SE", "BD" })
        {
            yield return Counter.Pay(country);
            yield return Counter.PayLater(country == "SE");
            yield return Counter.PayByPattern(country);
            yield return Counter.PayByDeconstruction(country);
        }
    }
}

public sealed record Quote(bool IsNordic, long Amount)
{
    public string Currency => IsNordic ? "SEK" : "CLP";
}

public static class Quotes
{
    private static readonly HashSet<string> s_accepted = new(StringComparer.Ordinal) { "SEK" };
    private static readonly string[] s_codes = ["SEK"];

    public static object? Pay(Quote quote)
    {
        if (!s_accepted.Contains(quote.Currency))
        {
            return null;
        }

        return Request(new Money(quote.Amount, quote.Currency));
    }

    public static object? PayByArray(Quote quote) =>
        s_codes.Contains(quote.Currency) ? Request(new Money(quote.Amount, quote.Currency)) : null;

    public static object? PayByList(Quote quote)
    {
        var money = new Money(quote.Amount, quote.Currency);
        return Array.IndexOf(s_codes, money.Currency) < 0 ? null : Request(money);
    }

    private static object Request(Money money) => new SwishPaymentRequest
    {
        TransactionReference = "quote-1",
        Merchant = new() { Entity = "quotes" },
        Instruction = new()
        {
            Value = money,
            Narrative = new() { Line1 = "Quotes" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        foreach (var quote in new Quote[] { new(true, 5), new(false, 5) })
        {
            yield return Quotes.Pay(quote);
            yield return Quotes.PayByArray(quote);
            yield return Quotes.PayByList(quote);
        }
    }
}

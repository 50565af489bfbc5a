public static class Prices
{
    // The initializers run in the order of the text, so Second is still null here.
    public static readonly string First = Second ?? "SEK";
    public static readonly string Second = "DKK";

    public static readonly string Third = Charged();
    public static readonly long Fee = Rate * 100 + 500;

    private static readonly string s_charged = "ISK";
    private static readonly long Rate = -9;

    private static string Charged() => s_charged is null ? "SEK" : s_charged;
}

public static class Program
{
    private static object Request(string currency) => new SwishPaymentRequest
    {
        TransactionReference = "rate-1",
        Merchant = new() { Entity = "rates" },
        Instruction = new()
        {
            Value = new Money(Prices.Fee, currency),
            Narrative = new() { Line1 = "Rates" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };

    public static IEnumerable<object?> Pay() => [Request(Prices.First), Request(Prices.Third)];
}

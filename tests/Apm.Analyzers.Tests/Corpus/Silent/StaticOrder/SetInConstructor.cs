public static class Market
{
    public static readonly string Quoted = s_code ?? "SEK";
    private static readonly string s_code;

    static Market() => s_code = "IDR";
}

public static class Regions
{
    public static string Home { get; } = Names.Length > 0 ? "SEK" : "SEK";

    private static string Names { get; } = "Sverige";
}

public static class Fees
{
    private static readonly long s_half = s_full / 2;
    private static readonly long s_full = -900;

    public static long Charged => s_half + 700;
}

public static class Program
{
    private static object Request(Money money) => new SwishPaymentRequest
    {
        TransactionReference = "static-2",
        Merchant = new() { Entity = "market" },
        Instruction = new()
        {
            Value = money,
            Narrative = new() { Line1 = "Market" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };

    public static IEnumerable<object?> Pay() => [Request(new(Fees.Charged, Market.Quoted))];
}

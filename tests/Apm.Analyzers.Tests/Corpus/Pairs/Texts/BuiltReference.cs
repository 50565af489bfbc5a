// Right: Append('&') => Append('-')
using System.Text;

public static class References
{
    public static string Of(int number, string shop) =>
        new StringBuilder("order").Append('&').Append(number).Append('-').Append(shop).ToString();
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = References.Of(7, "north"), // APM1005
        Merchant = new() { Entity = "references" },
        Instruction = new()
        {
            Value = new Money(60, "SEK"),
            Narrative = new() { Line1 = "References" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

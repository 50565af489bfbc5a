// Right: ["SE"] = "EUR" => ["SE"] = "SEK"
public static class Currencies
{
    private static readonly Dictionary<string, string> s_byCountry = new()
    {
        ["SE"] = "EUR",
        ["NO"] = "NOK",
    };

    public static string Of(string country) => s_byCountry[country];
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "MAP-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, Currencies.Of("SE")), // APM1001
            Narrative = new() { Line1 = "Map" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

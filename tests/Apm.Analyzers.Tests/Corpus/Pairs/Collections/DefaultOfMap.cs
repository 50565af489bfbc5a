// Right: "north", "NOK") => "north", "SEK")
public static class Regions
{
    private static readonly Dictionary<string, string> s_currencies = new() { ["south"] = "SEK", ["west"] = "SEK" };

    public static string Of(string region) => region switch
    {
        "south" => s_currencies.GetValueOrDefault(region)!,
        _ => s_currencies.GetValueOrDefault("north", "NOK"),
    };
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "region-3",
        Merchant = new() { Entity = "regions" },
        Instruction = new()
        {
            Value = new Money(1_000, Regions.Of("north")), // APM1001
            Narrative = new() { Line1 = "Regions" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

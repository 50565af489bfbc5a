// Right: "sv-XX" => "sv-SE"
public sealed class Localization
{
    private const string Locale = "sv-XX";

    public static string Country => Locale[^2..];
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "TX-3",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, "SEK"),
            Narrative = new() { Line1 = "Locale" },
            PaymentInstrument = new() { Country = Localization.Country }, // APM1006
        },
    };
}

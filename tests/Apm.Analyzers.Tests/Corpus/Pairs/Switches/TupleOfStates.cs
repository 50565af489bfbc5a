// Right: "XX" => "SE"
public static class Program
{
    private static string Country(bool isAbroad, bool isKnown) => (isAbroad, isKnown) switch { (true, false) => "XX", (true, true) => "NO", _ => "SE" };

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "SW-3",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, "SEK"),
            Narrative = new() { Line1 = "States" },
            PaymentInstrument = new() { Country = Country(isAbroad: true, isKnown: false) }, // APM1006
        },
    };
}

// Right: "SEK;HRK;SEK" => "SEK;SEK;SEK"
public static class Settings
{
    private const string Currencies = "SEK;HRK;SEK";

    public static string Second => Currencies.Split(';')[1];
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "setting-2",
        Merchant = new() { Entity = "settings" },
        Instruction = new()
        {
            Value = new Money(60, Settings.Second), // APM1001
            Narrative = new() { Line1 = "Settings" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

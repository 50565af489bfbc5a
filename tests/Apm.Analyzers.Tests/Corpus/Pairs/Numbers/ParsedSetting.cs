// Right: "15000001" => "14000001"
public static class Settings
{
    public const string Largest = "15000001";
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "R-6",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(long.Parse(Settings.Largest), "SEK"), // APM1002
            Narrative = new() { Line1 = "Settings" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

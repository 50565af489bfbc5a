// Right: "15000001" => "15000000"
public sealed class AppSettings
{
    public string Maximum { get; } = "15000001";
}

public static class Program
{
    public static object Pay()
    {
        var settings = new AppSettings();
        return new SwishPaymentRequest
        {
            TransactionReference = "RB-4",
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Value = new(Convert.ToInt64(settings.Maximum), "SEK"), // APM1002
                Narrative = new() { Line1 = "Shop" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

// Right: Currency = "ISK" => Currency = "SEK"
public static class Config
{
    static Config() => Currency = "ISK";

    public static string Currency { get; }
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "ME-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, Config.Currency), // APM1001
            Narrative = new() { Line1 = "Shop" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

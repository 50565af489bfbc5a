// Right: Currency = "USD" => Currency = "SEK"
public sealed class ShopSettings
{
    public static readonly string Currency;
    public static readonly string Entity;

    static ShopSettings()
    {
        Entity = "default";
        Currency = "USD";
    }
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "SET-1",
        Merchant = new() { Entity = ShopSettings.Entity },
        Instruction = new()
        {
            Value = new(100, ShopSettings.Currency), // APM1001
            Narrative = new() { Line1 = "Settings" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

// Right: Country = "SU" => Country = "SE"
public class Shop
{
    protected readonly string Country;

    public Shop() => Country = "SU";
}

public sealed class OnlineShop : Shop
{
    public SwishPaymentInstrument Instrument() => new() { Country = Country }; // APM1006
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "ME-2",
        Merchant = new() { Entity = "default" },
        Instruction = new() { Value = new(100, "SEK"), Narrative = new() { Line1 = "Base" }, PaymentInstrument = new OnlineShop().Instrument() },
    };
}

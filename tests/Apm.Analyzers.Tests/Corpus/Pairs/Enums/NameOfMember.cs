// Right: nameof(Codes.DKK) => nameof(Codes.SEK)
public static class Codes
{
    public const int DKK = 208, SEK = 752;
}

public sealed class BikeShop
{
    private readonly string _currency = nameof(Codes.DKK);

    public SwishPaymentRequest Rent(long price) => new()
    {
        TransactionReference = "BIKE-77",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(price, _currency), // APM1001
            Narrative = new() { Line1 = "Bikes" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

public static class Program
{
    public static object Pay() => new BikeShop().Rent(35_000);
}

// Right: Currency(Land.Norway) => Currency(Land.Sweden)
public enum Land { SE, NO, Sweden, Norway }

public static class Program
{
    private static string Currency(Land land) => land switch { Land.Sweden => "SEK", Land.Norway => "NOK", _ => Enum.GetName(land)! };

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "FJORD-3",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(25_000, Currency(Land.Norway)), // APM1001
            Narrative = new() { Line1 = "Fjord Tours" },
            PaymentInstrument = new() { Country = Enum.GetName(Land.SE)! },
        },
    };
}

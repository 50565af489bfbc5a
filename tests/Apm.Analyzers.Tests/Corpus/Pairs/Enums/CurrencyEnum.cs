// Right: Currency.Usd => Currency.Sek
public enum Currency { Sek, Usd }

public static class Fika
{
    public static SwishPaymentRequest Request(long ore, Currency currency) => new()
    {
        TransactionReference = "FIKA-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new Money(ore, currency.ToString().ToUpperInvariant()),
            Narrative = new() { Line1 = "Fika AB" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

public static class Program
{
    public static object Pay() => Fika.Request(4_900, Currency.Usd); // APM1001
}

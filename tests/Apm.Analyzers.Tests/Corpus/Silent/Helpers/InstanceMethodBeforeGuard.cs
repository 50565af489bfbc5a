public sealed class Tariff
{
    public bool IsNight { get; set; }

    public long Price() => IsNight ? 0 : 4_500;
}

public static class Charger
{
    public static object? Pay(Tariff tariff)
    {
        var price = tariff.Price();
        if (tariff.IsNight)
        {
            return null;
        }

        return new SwishPaymentRequest
        {
            TransactionReference = "ev-1",
            Merchant = new() { Entity = "laddning" },
            Instruction = new()
            {
                Value = new Money(price, "SEK"),
                Narrative = new() { Line1 = "Laddning" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [Charger.Pay(new Tariff()), Charger.Pay(new Tariff { IsNight = true })];
}

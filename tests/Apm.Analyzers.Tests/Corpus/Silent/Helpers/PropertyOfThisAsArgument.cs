public enum Depot { Malmö, Quito, Kyoto }

public sealed class Truck(Depot depot, long toll)
{
    private Depot Depot { get; } = depot;

    private static string CurrencyOf(Depot depot) => depot switch { Depot.Malmö => "SEK", Depot.Quito => "USD", _ => "JPY" };

    public object? Bill()
    {
        if (Depot != Depot.Malmö)
        {
            return null;
        }

        return new SwishPaymentRequest
        {
            TransactionReference = "truck-1",
            Merchant = new() { Entity = "trucks" },
            Instruction = new()
            {
                Value = new Money(toll, CurrencyOf(Depot)),
                Narrative = new() { Line1 = "Trucks" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [new Truck(Depot.Malmö, 30_000).Bill(), new Truck(Depot.Quito, 30_000).Bill()];
}

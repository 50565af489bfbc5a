public enum Lane { Local, Abroad }
public sealed record Stop(Lane Lane, long Toll);

public static class Tolls
{
    private static string Code(Lane lane) => lane == Lane.Local ? "SEK" : "CZK";

    public static IEnumerable<SwishPaymentRequest> Collect(IEnumerable<Stop> stops) =>
        from stop in stops
        where stop.Lane == Lane.Local && stop.Toll > 0
        orderby stop.Toll
        select new SwishPaymentRequest
        {
            TransactionReference = $"toll-{stop.Toll}",
            Merchant = new() { Entity = "tolls" },
            Instruction = new()
            {
                Value = new Money(stop.Toll, Code(stop.Lane)),
                Narrative = new() { Line1 = "Tolls" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
}

public static class Program
{
    public static IEnumerable<object?> Pay() => Tolls.Collect([new(Lane.Local, 200), new(Lane.Abroad, 900), new(Lane.Local, 0)]);
}

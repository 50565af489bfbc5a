public sealed record Fare(bool IsDomestic, long Price)
{
    public string Currency => IsDomestic ? "SEK" : "ARS";
}

public static class Fares
{
    private static string CurrencyOf(Fare fare) => fare.IsDomestic ? "SEK" : "ARS";

    public static object First(List<Fare> fares) => new SwishPaymentRequest
    {
        TransactionReference = "fare-1",
        Merchant = new() { Entity = "fares" },
        Instruction = new()
        {
            Value = new Money(900, fares.First(fare => fare.IsDomestic).Currency),
            Narrative = new() { Line1 = "Fares" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };

    public static object ByHelper(Fare[] fares) => new SwishPaymentRequest
    {
        TransactionReference = "fare-2",
        Merchant = new() { Entity = "fares" },
        Instruction = new()
        {
            Value = new Money(900, CurrencyOf(fares.Single(fare => fare.IsDomestic))),
            Narrative = new() { Line1 = "Fares" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };

    public static object AtEnd(Fare[] fares)
    {
        if (!fares[^1].IsDomestic)
        {
            throw new InvalidOperationException("Only domestic fares");
        }

        return new SwishPaymentRequest
        {
            TransactionReference = "fare-3",
            Merchant = new() { Entity = "fares" },
            Instruction = new()
            {
                Value = new Money(fares[^1].Price, fares[^1].Currency),
                Narrative = new() { Line1 = "Fares" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }

    public static object? OfRoute(Dictionary<string, Fare> fares, string route) =>
        fares[route].IsDomestic ? new SwishPaymentRequest
        {
            TransactionReference = "fare-4",
            Merchant = new() { Entity = "fares" },
            Instruction = new()
            {
                Value = new Money(fares[route].Price, fares[route].Currency),
                Narrative = new() { Line1 = "Fares" },
                PaymentInstrument = new() { Country = "SE" },
            },
        } : null;
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        Fare domestic = new(true, 900);
        Fare foreign = new(false, 5_000);
        return
        [
            Fares.First([foreign, domestic]),
            Fares.ByHelper([foreign, domestic]),
            Fares.AtEnd([foreign, domestic]),
            Fares.OfRoute(new() { ["ARN-GOT"] = domestic }, "ARN-GOT"),
            Fares.OfRoute(new() { ["ARN-EZE"] = foreign }, "ARN-EZE"),
        ];
    }
}

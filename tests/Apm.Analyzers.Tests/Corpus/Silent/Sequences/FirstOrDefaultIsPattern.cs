public sealed record Offer(bool IsLocal, long Price)
{
    public string Currency => IsLocal ? "SEK" : "MXN";
}

public static class Offers
{
    public static object? Best(List<Offer> offers)
    {
        if (offers.FirstOrDefault(offer => offer.IsLocal) is { } best)
        {
            return Request(best);
        }

        return null;
    }

    public static object? Cheap(List<Offer> offers) =>
        offers.Find(offer => offer.IsLocal && offer.Price < 100) is Offer cheap ? Request(cheap) : null;

    public static object? None(List<Offer> offers)
    {
        if (offers.SingleOrDefault(offer => offer.IsLocal) is not { Price: > 0 } only)
        {
            return null;
        }

        return Request(only);
    }

    private static object Request(Offer offer) => new SwishPaymentRequest
    {
        TransactionReference = "offer-1",
        Merchant = new() { Entity = "offers" },
        Instruction = new()
        {
            Value = new Money(offer.Price, offer.Currency),
            Narrative = new() { Line1 = "Offers" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        List<Offer> offers = [new(false, 4), new(true, 50)];
        return [Offers.Best(offers), Offers.Cheap(offers), Offers.None(offers), Offers.Best([])];
    }
}

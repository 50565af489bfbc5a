public sealed record Visit(bool IsPaid, int Guests);

public static class Spa
{
    private static long PriceOf(Visit visit) => visit.IsPaid ? 0 : visit.Guests * 35_000L;

    public static IEnumerable<object?> Bill(List<Visit> visits)
    {
        var open = visits.Where(visit => !visit.IsPaid && visit.Guests > 0).OrderBy(visit => visit.Guests).ToList();
        foreach (var visit in open)
        {
            var price = PriceOf(visit);
            yield return new SwishPaymentRequest
            {
                TransactionReference = $"spa-{visit.Guests}",
                Merchant = new() { Entity = "spa" },
                Instruction = new()
                {
                    Value = new Money(price, "SEK"),
                    Narrative = new() { Line1 = "Spa" },
                    PaymentInstrument = new() { Country = "SE" },
                },
            };
        }
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => Spa.Bill([new(true, 2), new(false, 2), new(false, 1)]);
}

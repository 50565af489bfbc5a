public sealed record Seat(string Hall, int Row);

public static class BoxOffice
{
    public static object? Reserve(Seat seat)
    {
        var narrative = NarrativeOf(seat.Hall);
        if (seat.Hall is not ("Red" or "Blue"))
        {
            return null;
        }

        return new SwishPaymentRequest
        {
            TransactionReference = $"seat-{seat.Row}",
            Merchant = new() { Entity = "opera" },
            Instruction = new()
            {
                Value = new Money(64_000, "SEK"),
                Narrative = new() { Line1 = narrative },
                PaymentInstrument = new() { Country = "SE" },
            },
        };

        static string NarrativeOf(string hall) => hall switch { "Red" => "Red Hall", "Blue" => "Blue Hall", _ => "A hall with a very long name" };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [BoxOffice.Reserve(new("Red", 3)), BoxOffice.Reserve(new("Old", 1))];
}

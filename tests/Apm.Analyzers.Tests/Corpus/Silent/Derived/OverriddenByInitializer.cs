public abstract record Venue
{
    public abstract bool IsAbroad { get; }

    public string Charged => IsAbroad ? "CUP" : "HKD";
}

public record HarbourVenue : Venue
{
    public override bool IsAbroad { get; } = false;

    public AlipayHkPaymentRequest Ticket() => new AlipayHkPaymentRequest
    {
        TransactionReference = "venue-1",
        Merchant = new() { Entity = "venue" },
        Instruction = new()
        {
            Value = new Money(22_000, Charged),
            Narrative = new() { Line1 = "Harbour Venue" },
            PaymentInstrument = new(),
            ResultUrls = new()
            {
                Success = new Uri("https://venue.example/success"),
                Pending = new Uri("https://venue.example/pending"),
                Failure = new Uri("https://venue.example/stop"),
            },
        },
    };
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [new HarbourVenue().Ticket()];
}

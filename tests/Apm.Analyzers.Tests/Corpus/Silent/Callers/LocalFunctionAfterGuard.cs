public sealed record Ticket(string Zone);

public static class Program
{
    private static PixPaymentRequest? Buy(Ticket ticket)
    {
        return ticket.Zone == "inner" ? Create() : null;

        PixPaymentRequest Create() => new PixPaymentRequest
        {
            TransactionReference = "zone-1",
            Merchant = new() { Entity = "metro" },
            Instruction = new()
            {
                Value = new Money(ticket.Zone == "inner" ? 450 : -1, "BRL"),
                Narrative = new() { Line1 = "Metro" },
                PaymentInstrument = new() { Country = "BR" },
            },
        };
    }

    public static IEnumerable<object?> Pay() => [Buy(new("inner")), Buy(new("outer"))];
}

public sealed record Ticket(bool IsDomestic, int Seats, string Code)
{
    public string Currency => IsDomestic ? "SEK" : Code;
}

public static class TicketDesk
{
    public static object? Sell(Ticket ticket)
    {
        var ok = ticket.Seats > 0;
        ok &= ticket.IsDomestic;
        if (!ok)
        {
            return null;
        }

        return Request(ticket.IsDomestic ? "SEK" : "THB");
    }

    public static object? SellOr(Ticket ticket)
    {
        var isWrong = ticket.Seats <= 0;
        isWrong |= !ticket.IsDomestic;
        var currency = ticket.IsDomestic ? "SEK" : "THB";
        return isWrong ? null : Request(currency);
    }

    public static object? SellBoth(bool isDomestic, int seats)
    {
        var currency = isDomestic ? "SEK" : "THB";
        return isDomestic & seats > 0 ? Request(currency) : null;
    }

    private static object Request(string currency) => new SwishPaymentRequest
    {
        TransactionReference = "ticket-1",
        Merchant = new() { Entity = "tickets" },
        Instruction = new()
        {
            Value = new Money(22_000, currency),
            Narrative = new() { Line1 = "Tickets" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        foreach (var ticket in new Ticket[] { new(true, 2, "ISK"), new(false, 2, "SEK"), new(true, 0, "SEK") })
        {
            yield return TicketDesk.Sell(ticket);
            yield return TicketDesk.SellOr(ticket);
            yield return TicketDesk.SellBoth(ticket.IsDomestic, ticket.Seats);
        }
    }
}

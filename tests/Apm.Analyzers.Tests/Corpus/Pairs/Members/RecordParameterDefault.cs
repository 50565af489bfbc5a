// Right: string Currency = "EUR" => string Currency = "SEK"
public sealed record Ticket(string Number, long Ore, string Currency = "EUR");

public static class Tickets
{
    public static SwishPaymentRequest ToRequest(this Ticket ticket, string currency) => new()
    {
        TransactionReference = ticket.Number,
        Merchant = new() { Entity = "default" },
        Instruction = new() { Value = new(ticket.Ore, currency), Narrative = new() { Line1 = "Ticket" }, PaymentInstrument = new() { Country = "SE" } },
    };
}

public static class Program
{
    public static object Pay()
    {
        var ticket = new Ticket("TK-1", 4_200);
        return ticket.ToRequest(ticket.Currency); // APM1001
    }
}

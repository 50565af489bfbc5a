public readonly record struct Fare(long Cents, string Currency);

public static class TicketMachine
{
    public static BlikPaymentRequest? Sell(string reference, bool isInternational)
    {
        var fare = new Fare(4_600, isInternational ? "EUR" : "PLN");
        switch (fare)
        {
            case (> 0, "PLN"):
                return new BlikPaymentRequest
                {
                    TransactionReference = reference,
                    Merchant = new() { Entity = "kolej" },
                    Instruction = new()
                    {
                        Value = new Money(fare.Cents, fare.Currency),
                        Narrative = new() { Line1 = "Kolej Polna" },
                        PaymentInstrument = new() { Country = "PL" },
                        TermsAccepted = true,
                        Customer = new() { Email = "pasazer@kolej.example" },
                        ResultUrls = new()
                        {
                            Success = new("https://kolej.example/ok"),
                            Pending = new("https://kolej.example/wait"),
                            Cancel = new("https://kolej.example/cancel"),
                        },
                    },
                };
            default:
                return null;
        }
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        yield return TicketMachine.Sell("t-1", false);
        yield return TicketMachine.Sell("t-2", true);
    }
}

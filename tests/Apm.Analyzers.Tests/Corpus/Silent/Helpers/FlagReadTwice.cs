public sealed class Session
{
    public bool IsSandbox { get; set; }
}

public static class Callback
{
    private static string Host(Session session) => session.IsSandbox ? "shop://sandbox" : "https://spice.example";

    public static UnionpayPaymentRequest? Start(Session session)
    {
        var host = Host(session);
        if (session.IsSandbox)
        {
            return null;
        }

        return new UnionpayPaymentRequest
        {
            TransactionReference = "spice-1",
            Merchant = new() { Entity = "spice" },
            Instruction = new()
            {
                Value = new Money(12_300, "SGD"),
                Narrative = new() { Line1 = "Spice Route" },
                PaymentInstrument = new(),
                ResultUrls = new() { Success = new Uri(host + "/ok"), Pending = new Uri(host + "/wait"), Failure = new Uri(host + "/fail") },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [Callback.Start(new()), Callback.Start(new() { IsSandbox = true })];
}

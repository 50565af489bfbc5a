public sealed record Stay(bool IsInSweden, long Amount)
{
    public string Currency => IsInSweden ? "SEK" : "COP";
}

public static class Hotel
{
    public static IEnumerable<object?> Bill(Stay[] stays)
    {
        for (var number = 0; number < stays.Length; number++)
        {
            if (stays[number].IsInSweden)
            {
                yield return Request(stays[number].Amount, stays[number].Currency);
            }
        }
    }

    public static object? First(List<Stay> stays)
    {
        var currency = stays[0].Currency;
        if (!stays[0].IsInSweden)
        {
            return null;
        }

        return Request(stays[0].Amount, currency);
    }

    private static object Request(long amount, string currency) => new SwishPaymentRequest
    {
        TransactionReference = "stay-1",
        Merchant = new() { Entity = "hotel" },
        Instruction = new()
        {
            Value = new Money(amount, currency),
            Narrative = new() { Line1 = "Hotel" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

public static class Program
{
    public static IEnumerable<object?> Pay() =>
    [
        .. Hotel.Bill([new(true, 150_000), new(false, 90_000)]),
        Hotel.First([new(true, 20_000)]),
        Hotel.First([new(false, 20_000)]),
    ];
}

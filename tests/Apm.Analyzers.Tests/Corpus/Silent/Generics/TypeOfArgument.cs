public sealed class Krona;

public sealed class Forint;

public static class Currencies
{
    public static string Code<T>() => typeof(T) == typeof(Krona) ? "SEK" : "HUF";

    public static string Name<T>()
    {
        if (typeof(T) != typeof(Forint))
        {
            return "SEK";
        }

        return "HUF";
    }
}

public sealed class Wallet<T>
{
    public string Currency => typeof(T) == typeof(Krona) ? "SEK" : "HUF";

    public object? Request(long amount)
    {
        var currency = Currency;
        if (typeof(T) != typeof(Krona))
        {
            return null;
        }

        return new SwishPaymentRequest
        {
            TransactionReference = "wallet-1",
            Merchant = new() { Entity = "wallet" },
            Instruction = new()
            {
                Value = new Money(amount, currency),
                Narrative = new() { Line1 = "Wallet" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

public static class Program
{
    private static object Request(Money money) => new SwishPaymentRequest
    {
        TransactionReference = "typed-1",
        Merchant = new() { Entity = "typed" },
        Instruction = new()
        {
            Value = money,
            Narrative = new() { Line1 = "Typed" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };

    public static IEnumerable<object?> Pay() =>
    [
        Request(new Money(700, Currencies.Code<Krona>())),
        Request(new Money(700, Currencies.Name<Krona>())),
        new Wallet<Krona>().Request(800),
        new Wallet<Forint>().Request(800),
        Request(new Money(30, new Wallet<Krona>().Currency)),
    ];
}

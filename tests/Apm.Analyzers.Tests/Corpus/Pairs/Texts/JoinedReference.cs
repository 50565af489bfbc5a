// Right: string.Join(" ", "order", "1") => string.Join("-", "order", "1")
public static class Program
{
    public static object Pay() => Swish.Of(string.Join(" ", "order", "1"), new Money(100, "SEK")); // APM1005
}

public static class Swish
{
    public static SwishPaymentRequest Of(string reference, Money value) => new()
    {
        TransactionReference = reference,
        Merchant = new() { Entity = "default" },
        Instruction = new() { Value = value, Narrative = new() { Line1 = "Swish" }, PaymentInstrument = new() { Country = "SE" } },
    };
}

// Right: Create("F-9", 100, "GBP") => Create("F-9", 100, "SEK")
public interface IRequestFactory<out T>
{
    T Create(string reference, long amount, string currency);
}

public sealed class SwishFactory : IRequestFactory<SwishPaymentRequest>
{
    public SwishPaymentRequest Create(string reference, long amount, string currency) => new()
    {
        TransactionReference = reference,
        Merchant = new() { Entity = "default" },
        Instruction = new() { Value = new(amount, currency), Narrative = new() { Line1 = "Factory" }, PaymentInstrument = new() { Country = "SE" } },
    };
}

public static class Program
{
    public static object Pay() => new SwishFactory().Create("F-9", 100, "GBP"); // APM1001
}

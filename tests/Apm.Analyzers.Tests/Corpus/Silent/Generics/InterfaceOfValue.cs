public interface IDomestic;

public sealed record Parcel(long Weight) : IDomestic;

public sealed record Pallet(long Weight);

public static class Tariffs
{
    public static string Currency(object shipped) => shipped is IDomestic ? "SEK" : "CHF";

    public static string Charged<T>(T shipped) => shipped is Parcel ? "SEK" : "CHF";
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        yield return Request(Tariffs.Currency(new Parcel(2)));
        yield return Request(Tariffs.Charged(new Parcel(9)));
    }

    private static object Request(string currency) => new SwishPaymentRequest
    {
        TransactionReference = "parcel-1",
        Merchant = new() { Entity = "parcel" },
        Instruction = new()
        {
            Value = new Money(4_100, currency),
            Narrative = new() { Line1 = "Parcel" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

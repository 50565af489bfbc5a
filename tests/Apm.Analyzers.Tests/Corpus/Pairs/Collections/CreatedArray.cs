// Right: "SEK", "EUR2" => "SEK", "SEK"
using System.Collections.Immutable;

public static class Tills
{
    public static readonly ImmutableArray<string> Currencies = ImmutableArray.Create("SEK", "EUR2");
}

public static class Program
{
    public static object Pay()
    {
        var currency = Tills.Currencies[1];
        return new SwishPaymentRequest
        {
            TransactionReference = "till-1",
            Merchant = new() { Entity = "tills" },
            Instruction = new()
            {
                Value = new(5_500, currency), // APM1001
                Narrative = new() { Line1 = "Tills" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

// Right: [2] = "FIN" => [2] = "FI"
using System.Collections.Immutable;

public sealed class Zones
{
    private readonly ImmutableDictionary<int, string> _countries =
        new Dictionary<int, string> { [1] = "SE", [2] = "FIN" }.ToImmutableDictionary();

    public object Charge(long amount) => new SwishPaymentRequest
    {
        TransactionReference = "zone-2",
        Merchant = new() { Entity = "zones" },
        Instruction = new()
        {
            Value = new Money(amount, "SEK"),
            Narrative = new() { Line1 = "Zones" },
            PaymentInstrument = new() { Country = _countries[2] }, // APM1006
        },
    };
}

public static class Program
{
    public static object Pay() => new Zones().Charge(12_000);
}

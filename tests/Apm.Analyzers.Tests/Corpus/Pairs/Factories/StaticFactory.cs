// Right: Instruction.For("SEK", 15_000_001) => Instruction.For("SEK", 1_500)
public static class Instruction
{
    public static SwishInstruction For(string currency, long amount) => new()
    {
        Value = new(amount, currency),
        Narrative = new() { Line1 = "Static" },
        PaymentInstrument = new() { Country = "SE" },
    };
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "FA-2",
        Merchant = new() { Entity = "default" },
        Instruction = global::System.DateTime.UnixEpoch.Year > 0 ? Make() : Make(),
    };

    private static SwishInstruction Make() => Instruction.For("SEK", 15_000_001); // APM1002
}

// Right: 15_000_001 => 15_000_000
public sealed class GiftCard
{
    public GiftCard() => Most = 15_000_001;

    public GiftCard(string code) : this() => Code = code;

    public string Code { get; } = "GC";

    public long Most { get; }

    public SwishPaymentRequest Buy() => new()
    {
        TransactionReference = Code,
        Merchant = new() { Entity = "default" },
        Instruction = new() { Value = new(Most, "SEK"), Narrative = new() { Line1 = "Gift card" }, PaymentInstrument = new() { Country = "SE" } }, // APM1002
    };
}

public static class Program
{
    public static object Pay() => new GiftCard("GC-1").Buy();
}

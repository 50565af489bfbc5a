// Right: Type = SwishType.Token, => Type = SwishType.Token, TokenId = "tok-1",
public sealed record Saved(string Country);

public static class Wallet
{
    public static SwishPaymentInstrument ToInstrument(this Saved saved) => new() { Type = SwishType.Token, Country = saved.Country };
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest // APM1009
    {
        TransactionReference = "TOK-1",
        Merchant = new() { Entity = "default" },
        Instruction = new() { Value = new(100, "SEK"), Narrative = new() { Line1 = "Token" }, PaymentInstrument = new Saved("SE").ToInstrument() },
    };
}

// Right: Narrative = "Blåbär AB" => Narrative = "Blabar AB"
public sealed record ShopOptions
{
    public required string Narrative { get; init; }

    public required string Prefix { get; init; }
}

public static class Program
{
    public static object Pay()
    {
        var options = new ShopOptions { Narrative = "Blåbär AB", Prefix = "BB" };
        return new SwishPaymentRequest
        {
            TransactionReference = options.Prefix + "-1",
            Merchant = new() { Entity = options.Narrative }, // APM1005
            Instruction = new() { Value = new(700, "SEK"), Narrative = new() { Line1 = "Berries" }, PaymentInstrument = new() { Country = "SE" } },
        };
    }
}

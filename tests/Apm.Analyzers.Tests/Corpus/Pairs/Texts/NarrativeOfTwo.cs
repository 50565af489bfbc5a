// Right: "Kaffebryggaren vid torget" => "Kaffebryggaren"
public sealed record Store(string Name)
{
    public static readonly string Default = "Kaffebryggaren vid torget";
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "AT-6",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, "SEK"),
            Narrative = new() { Line1 = string.Join(", ", Store.Default, "Lund") }, // APM1004
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

// Right: "FI", "SWE" => "FI", "SE"
public static class Countries
{
    public static readonly IReadOnlyList<string> All = new[] { "FI", "SWE" };
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "ARR-3",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, "SEK"),
            Narrative = new() { Line1 = "Countries" },
            PaymentInstrument = new() { Country = Countries.All[1] }, // APM1006
        },
    };
}

// Right: "MEX" => "SE"
public static class Region
{
    public static readonly Func<string> Country = () => "MEX";
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "F-6",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, "SEK"),
            Narrative = new() { Line1 = "Func" },
            PaymentInstrument = new() { Country = Region.Country() }, // APM1006
        },
    };
}

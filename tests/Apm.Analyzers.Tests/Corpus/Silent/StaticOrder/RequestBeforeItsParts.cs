public static class Templates
{
    public static readonly bool IsReady = s_code != null;
    public static readonly SwishPaymentRequest Template = new SwishPaymentRequest
    {
        TransactionReference = "static-1",
        Merchant = new() { Entity = "static" },
        Instruction = new()
        {
            Value = new Money(900, s_code ?? "SEK"),
            Narrative = new() { Line1 = "Static" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };

    private static readonly string s_code = "NOK";
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [Templates.Template];
}

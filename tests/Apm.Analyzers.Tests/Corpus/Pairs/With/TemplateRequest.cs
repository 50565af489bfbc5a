// Right: TransactionReference = "TPL 2" => TransactionReference = "TPL-2"
public static class Program
{
    private static readonly SwishPaymentRequest s_template = new()
    {
        TransactionReference = "TPL-1",
        Merchant = new() { Entity = "default" },
        Instruction = new() { Value = new(100, "SEK"), Narrative = new() { Line1 = "Template" }, PaymentInstrument = new() { Country = "SE" } },
    };

    public static object Pay() => s_template with { TransactionReference = "TPL 2" }; // APM1005
}

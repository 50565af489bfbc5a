// Right: '_' => '-'
public static class Program
{
    private const char Separator = '_';

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "AT-3",
        Merchant = new() { Entity = "till" + Separator + 1 }, // APM1005
        Instruction = new()
        {
            Value = new(100, "SEK"),
            Narrative = new() { Line1 = "Shop" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

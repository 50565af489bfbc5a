// Right: PaymentInstrument = new() { Country = "ES" }, => PaymentInstrument = new() { Country = "ES" }, Customer = new() { Phone = "34600111333" },
public static class Program
{
    public static object Pay()
    {
        var instruction = new BizumInstruction
        {
            Value = new(990, "EUR"),
            Narrative = new() { Line1 = "Cine" },
            PaymentInstrument = new() { Country = "ES" },
        };
        var request = new BizumPaymentRequest // APM1009
        {
            TransactionReference = "CINE0001",
            Merchant = new() { Entity = "default" },
            Instruction = instruction,
        };
        return request;
    }
}

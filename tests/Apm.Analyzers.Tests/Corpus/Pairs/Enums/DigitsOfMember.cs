// Right: OrderKind.Bulk => OrderKind.Retail
public enum OrderKind { Retail = 17, Bulk = 1234567890 }

public static class Program
{
    private static string Reference(OrderKind kind) => "ORD" + kind.ToString("D");

    public static object Pay() => new BizumPaymentRequest
    {
        TransactionReference = Reference(OrderKind.Bulk), // APM1004
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(1_250, "EUR"),
            Narrative = new() { Line1 = "Mayorista" },
            PaymentInstrument = new() { Country = "ES" },
            Customer = new() { Phone = "34611111111" },
        },
    };
}

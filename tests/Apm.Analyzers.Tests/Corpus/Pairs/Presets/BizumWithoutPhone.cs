// Right: Customer = new(), => Customer = new() { Phone = "34600111222" },
public sealed class BizumFactory
{
    public BizumPaymentRequest Create(string reference, long cents)
    {
        return new BizumPaymentRequest
        {
            TransactionReference = reference,
            Merchant = new() { Entity = "default" },
            Instruction = new BizumInstruction
            {
                Value = new(cents, "EUR"),
                Narrative = new() { Line1 = "Libros" },
                PaymentInstrument = new() { Country = "ES" },
                Customer = new(), // APM1009
            },
        };
    }
}

public static class Program
{
    public static object Pay() => new BizumFactory().Create("LIBRO12", 2_200);
}

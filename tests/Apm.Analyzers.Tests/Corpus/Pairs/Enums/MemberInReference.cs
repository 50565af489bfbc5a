// Right: Channel.Web_Shop => Channel.WebShop
public enum Channel { WebShop, Web_Shop }

public static class Program
{
    private const int Year = 2026;

    public static object Pay() => new BizumPaymentRequest
    {
        TransactionReference = $"{Channel.Web_Shop}{Year}", // APM1005
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(1_250, "EUR"),
            Narrative = new() { Line1 = "Tienda" },
            PaymentInstrument = new() { Country = "ES" },
            Customer = new() { Phone = "34600000000" },
        },
    };
}

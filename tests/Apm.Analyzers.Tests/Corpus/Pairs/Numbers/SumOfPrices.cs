// Right: 999_999_999_999L => 25_000L
public static class Receipt
{
    private static readonly long[] s_prices = [12_000, 999_999_999_999L, 400];

    public static object Total() => new SwishPaymentRequest
    {
        TransactionReference = "receipt-1",
        Merchant = new() { Entity = "receipt" },
        Instruction = new()
        {
            Value = new Money(s_prices.Sum(), "SEK"), // APM1002
            Narrative = new() { Line1 = "Receipt" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

public static class Program
{
    public static object Pay() => Receipt.Total();
}

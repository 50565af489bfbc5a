// Right: .In("USD") => .In("SEK")
public sealed class SwishBuilder
{
    private string _currency = "SEK";
    private long _ore;

    public SwishBuilder In(string currency)
    {
        _currency = currency;
        return this;
    }

    public SwishBuilder Of(long ore)
    {
        _ore = ore;
        return this;
    }

    public Money Build() => new(_ore, _currency);
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "B-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new SwishBuilder().In("USD").Of(100).Build(), // APM1001
            Narrative = new() { Line1 = "Builder" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

// Right: .Kilos(16) => .Kilos(14)
public sealed class Parcel
{
    private long _fee;

    public Parcel Kilos(long kilos)
    {
        _fee = kilos * 1_000_000;
        return this;
    }

    public Money Fee() => new(_fee, "SEK");
}

public static class Program
{
    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "BU-4",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new Parcel().Kilos(1).Kilos(16).Fee(), // APM1002
            Narrative = new() { Line1 = "Shop" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

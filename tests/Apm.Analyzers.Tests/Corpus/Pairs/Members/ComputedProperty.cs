// Right: _vat + 100_000 => _vat + 1_000
public sealed class Invoice
{
    private readonly long _vat = 14_950_000;

    public long Total => _vat + 100_000;

    public SwishPaymentRequest Request => new()
    {
        TransactionReference = "INV-1",
        Merchant = new() { Entity = "default" },
        Instruction = new() { Value = new(Total, "SEK"), Narrative = new() { Line1 = "Invoice" }, PaymentInstrument = new() { Country = "SE" } }, // APM1002
    };
}

public static class Program
{
    public static object Pay() => new Invoice().Request;
}

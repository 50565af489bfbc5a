public sealed record Fee(string Kind);

public sealed class FeeCollector
{
    public SwishPaymentRequest? Collect(Fee fee) => fee.Kind is "library" or "parking" ? Prepare(fee) : null;

    private SwishPaymentRequest Prepare(Fee fee) => Request(fee, $"fee-{fee.Kind}");

    private SwishPaymentRequest Request(Fee fee, string reference)
    {
        var line = fee.Kind switch { "library" => "Library", "parking" => "Parking", _ => "Unknown kind of fee!" };
        return new SwishPaymentRequest
        {
            TransactionReference = reference,
            Merchant = new() { Entity = "fees" },
            Instruction = new()
            {
                Value = new Money(2_500, "SEK"),
                Narrative = new() { Line1 = line },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => new[] { "library", "parking", "tax" }.Select(kind => new FeeCollector().Collect(new Fee(kind)));
}

public static class BizumRequests
{
    private static BizumPaymentRequest Draft(long cents) => new()
    {
        TransactionReference = "bizum1",
        Merchant = new() { Entity = "tapas" },
        Instruction = new()
        {
            Value = new Money(cents, "EUR"),
            Narrative = new() { Line1 = "Tapas Bar" },
            PaymentInstrument = new() { Country = "ES", Type = BizumType.Direct },
        },
    };

    public static BizumPaymentRequest For(string phone, long cents)
    {
        var draft = Draft(cents);
        return draft with { Instruction = draft.Instruction with { Customer = new() { Phone = phone } } };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        yield return BizumRequests.For("34612345678", 1_850);
    }
}

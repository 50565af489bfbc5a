public static class Program
{
    private static object? Create(string country)
    {
        var request = new SwishPaymentRequest
        {
            TransactionReference = "validated-1",
            Merchant = new() { Entity = "validated" },
            Instruction = new()
            {
                Value = new Money(500, country == "SE" ? "SEK" : "DKK"),
                Narrative = new() { Line1 = "Validated" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
        return country == "SE" && request.Validate().Violations.Count == 0 ? request : null;
    }

    public static IEnumerable<object?> Pay()
    {
        yield return Create("SE");
    }
}

public static class Program
{
    private static object Create(bool isRecurring) => new IdealPaymentRequest
    {
        TransactionReference = isRecurring ? "club-1" : "single-1",
        Merchant = new() { Entity = "club" },
        Instruction = new()
        {
            Value = new Money(2_500, "EUR"),
            PaymentInstrument = new(),
            Customer = isRecurring ? new() { Email = "lid@club.example" } : null,
            ResultUrls = new() { Success = new("https://club.example/s"), Failure = new("https://club.example/f"), Cancel = new("https://club.example/c") },
        },
    };

    public static IEnumerable<object?> Pay() => [Create(true), Create(false)];
}

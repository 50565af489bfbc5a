public static class IdealCheckout
{
    public static IdealPaymentRequest Create(bool isMobile)
    {
        var request = new IdealPaymentRequest
        {
            TransactionReference = "tulip-1",
            Merchant = new() { Entity = "tulips" },
            Instruction = new()
            {
                Value = new Money(1_495, "EUR"),
                PaymentInstrument = new(),
                ResultUrls = new()
                {
                    Success = new("https://tulips.example/s"),
                    Failure = new("https://tulips.example/f"),
                    Cancel = new("https://tulips.example"),
                },
            },
        };
        if (isMobile)
        {
            request = request with { Instruction = request.Instruction with { Customer = new() { Email = "piet@tulips.example" } } };
        }

        return request;
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [IdealCheckout.Create(true), IdealCheckout.Create(false)];
}

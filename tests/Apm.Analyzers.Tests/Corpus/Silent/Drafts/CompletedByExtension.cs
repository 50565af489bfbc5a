public static class BancontactExtensions
{
    public static BancontactPaymentRequest WithEmail(this BancontactPaymentRequest request, string email) =>
        request with { Instruction = request.Instruction with { Customer = new() { Email = email } } };
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        yield return new BancontactPaymentRequest
        {
            TransactionReference = "waffle-1",
            Merchant = new() { Entity = "waffles" },
            Instruction = new()
            {
                Value = new Money(450, "EUR"),
                Narrative = new() { Line1 = "Waffles" },
                PaymentInstrument = new() { Type = BancontactType.Direct, Country = "BE" },
                ResultUrls = new()
                {
                    Success = new Uri("https://waffles.example/success"),
                    Pending = new Uri("https://waffles.example/pending"),
                    Cancel = new Uri("https://waffles.example/stop"),
                },
            },
        }.WithEmail("an@waffles.example");
    }
}

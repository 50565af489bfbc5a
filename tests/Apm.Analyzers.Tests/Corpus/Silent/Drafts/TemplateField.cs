public sealed class EutellerTemplates
{
    private readonly EutellerPaymentRequest _template;

    public EutellerTemplates(string entity)
    {
        _template = new EutellerPaymentRequest
        {
            TransactionReference = "template",
            Merchant = new() { Entity = entity },
            Instruction = new()
            {
                Value = new Money(1_000, "EUR"),
                Narrative = new() { Line1 = "Sauna" },
                PaymentInstrument = new() { Type = EutellerType.Direct, Country = "FI" },
                ResultUrls = new()
                {
                    Success = new Uri("https://sauna.example/success"),
                    Pending = new Uri("https://sauna.example/pending"),
                    Cancel = new Uri("https://sauna.example/stop"),
                },
            },
        };
    }

    public EutellerPaymentRequest For(string reference, string email) =>
        _template with { TransactionReference = reference, Instruction = _template.Instruction with { Customer = new() { Email = email } } };
}

public static class Program
{
    public static IEnumerable<object?> Pay() => new[] { "s-1", "s-2" }.Select(reference => new EutellerTemplates("sauna").For(reference, "aino@sauna.example"));
}

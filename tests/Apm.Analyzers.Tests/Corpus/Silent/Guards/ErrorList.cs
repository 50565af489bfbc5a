public sealed record Form(string Country, long Amount);

public static class FormHandler
{
    public static object? Handle(Form form)
    {
        var errors = new List<string>();
        var currency = "SEK";
        if (form.Country != "SE")
        {
            errors.Add("country");
            currency = "???";
        }

        if (form.Amount <= 0)
        {
            errors.Add("amount");
        }

        return errors.Count > 0 ? null : new SwishPaymentRequest
        {
            TransactionReference = "form-1",
            Merchant = new() { Entity = "forms" },
            Instruction = new()
            {
                Value = new Money(form.Amount, currency),
                Narrative = new() { Line1 = "Forms" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [FormHandler.Handle(new("SE", 5)), FormHandler.Handle(new("US", 5)), FormHandler.Handle(new("SE", 0))];
}

public static class SepaDrafts
{
    public static object? Create(string iban)
    {
        var draft = new SepaPaymentRequest
        {
            TransactionReference = "sepa-1",
            Merchant = new() { Entity = "gym" },
            Instruction = new()
            {
                Value = new Money(2_900, "EUR"),
                Narrative = new() { Line1 = "Gym" },
                PaymentInstrument = new() { Type = SepaPaymentInstrumentType.Direct },
                CustomerAgreement = new() { Type = SepaCustomerAgreementType.Recurring },
            },
        };
        return draft with
        {
            Instruction = draft.Instruction with
            {
                PaymentInstrument = draft.Instruction.PaymentInstrument with
                {
                    Iban = iban,
                    AccountHolderName = "Lena Vogel",
                    BillingAddress = new() { Address1 = "Am Tor 1", PostalCode = "10115", City = "Berlin", State = "BE", CountryCode = "DE" },
                },
                Customer = new() { Email = "lena@gym.example" },
                CustomerAgreement = new()
                {
                    Type = SepaCustomerAgreementType.Recurring,
                    Mandate = new() { Type = SepaMandateType.Recurring, MandateId = "M-2025-1" },
                },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [SepaDrafts.Create("DE89370400440532013000")];
}

// Right: SepaCustomerAgreementType.OneTime } => SepaCustomerAgreementType.OneTime, Mandate = Mandate }
// Right: Mandate = Mandate } => Mandate = new() { Type = SepaMandateType.OneTime, MandateId = "M-1" } }
public static class Program
{
    public static object Pay() => new SepaPaymentRequest
    {
        TransactionReference = "DEBIT-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new Money(4_000, "EUR"),
            Narrative = new() { Line1 = "Newspaper" },
            PaymentInstrument = new()
            {
                Iban = "FR7630006000011234567890189",
                AccountHolderName = "A Reader",
                BillingAddress = new() { Address1 = "1 Rue", PostalCode = "75001", City = "Paris", State = "IDF", CountryCode = "FR" },
            },
            Customer = new(),
            CustomerAgreement = new() { Type = SepaCustomerAgreementType.OneTime }, // APM1009
        },
    };
}

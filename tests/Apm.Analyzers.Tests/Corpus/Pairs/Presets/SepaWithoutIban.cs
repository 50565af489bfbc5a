// Right: AccountHolderName = holder, => AccountHolderName = holder, Iban = "DE89370400440532013000",
public static class Subscriptions
{
    public static SepaPaymentRequest Charge(string holder, long cents) => new()
    {
        TransactionReference = "ABO-8",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new Money(cents, "EUR"),
            Narrative = new() { Line1 = "Zeitung" },
            PaymentInstrument = new() // APM1009
            {
                AccountHolderName = holder,
                BillingAddress = new() { Address1 = "Weg 1", PostalCode = "10115", City = "Berlin", State = "BE", CountryCode = "DE" },
            },
            Customer = new() { Email = "leser@zeitung.example" },
            CustomerAgreement = new()
            {
                Type = SepaCustomerAgreementType.OneTime,
                Mandate = new() { Type = SepaMandateType.OneTime, MandateId = "M-8" },
            },
        },
    };
}

public static class Program
{
    public static object Pay() => Subscriptions.Charge("B Leser", 2_990);
}

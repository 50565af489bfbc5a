// Right: "Deutschland" => "DE"
public sealed record PostalAddress(string Street, string Zip, string City, string Country);

public static class AddressMapper
{
    public static WorldpayAddress Map(string street, string zip, string city, string country) =>
        new() { Address1 = street, PostalCode = zip, City = city, State = city, CountryCode = country };
}

public static class Program
{
    public static object Pay() => new SepaPaymentRequest
    {
        TransactionReference = "MAP-4",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, "EUR"),
            Narrative = new() { Line1 = "Address" },
            PaymentInstrument = new()
            {
                Iban = "DE89370400440532013000",
                AccountHolderName = "C Kunde",
                BillingAddress = AddressMapper.Map("Weg 2", "10115", "Berlin", "Deutschland"), // APM1006
            },
            Customer = new(),
            CustomerAgreement = new() { Type = SepaCustomerAgreementType.OneTime, Mandate = new() { Type = SepaMandateType.OneTime, MandateId = "M-4" } },
        },
    };
}

// Right: isCompany ? "12345678901" => isCompany ? "12345678000188"
public static class Program
{
    private static PixIdentityDocuments Document(bool isCompany) => isCompany
        ? new() { Type = PixIdentityDocumentsType.Cnpj, Reference = isCompany ? "12345678901" : "" }
        : new() { Type = PixIdentityDocumentsType.Cpf, Reference = "12345678901" };

    public static object Pay()
    {
        var customer = new PixCustomer { FirstName = "Eva", LastName = "Lima", IdentityDocuments = Document(isCompany: true) };
        return new PixPaymentRequest // APM1004
        {
            TransactionReference = "PIX-3",
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Value = new(1, "BRL"),
                Narrative = new() { Line1 = "Brinde" },
                PaymentInstrument = new() { Country = "BR" },
                Customer = customer,
            },
        };
    }
}

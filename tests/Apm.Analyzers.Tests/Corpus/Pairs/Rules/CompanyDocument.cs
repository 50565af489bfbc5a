// Right: "12345678901" => "12345678000199"
public static class Program
{
    public static object Pay() => new PixPaymentRequest
    {
        TransactionReference = "PIX-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(15_000, "BRL"),
            Narrative = new() { Line1 = "Loja" },
            PaymentInstrument = new() { Country = "BR" },
            Customer = new()
            {
                FirstName = "Ana",
                LastName = "Silva",
                IdentityDocuments = new() { Type = PixIdentityDocumentsType.Cnpj, Reference = "12345678901" }, // APM1004
            },
        },
    };
}

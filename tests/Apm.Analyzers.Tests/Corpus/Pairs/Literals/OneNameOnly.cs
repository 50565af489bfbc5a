// Right: FirstName = "Lia" => FirstName = "Lia", LastName = "Reis"
// Right: LastName = "Reis" => LastName = "Reis", IdentityDocuments = new() { Type = PixIdentityDocumentsType.Cpf, Reference = "12345678901" }
public static class Program
{
    public static object Pay() => new PixPaymentRequest
    {
        TransactionReference = "PIX-9",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, "BRL"),
            Narrative = new() { Line1 = "Doces" },
            PaymentInstrument = new() { Country = "BR" },
            Customer = new() { FirstName = "Lia" }, // APM1010
        },
    };
}

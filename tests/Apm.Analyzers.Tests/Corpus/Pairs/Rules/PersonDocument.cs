// Right: Document("12.345.678-9") => Document("123.456.789-01")
public static class Mapper
{
    public static PixIdentityDocuments Document(string formatted) =>
        new() { Type = PixIdentityDocumentsType.Cpf, Reference = formatted.Replace(".", "").Replace("-", "") };
}

public static class Program
{
    public static object Pay() => new PixPaymentRequest
    {
        TransactionReference = "PIX-2",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(7_500, "BRL"),
            Narrative = new() { Line1 = "Livros" },
            PaymentInstrument = new() { Country = "BR" },
            Customer = new() { FirstName = "Rui", LastName = "Costa", IdentityDocuments = Mapper.Document("12.345.678-9") }, // APM1004
        },
    };
}

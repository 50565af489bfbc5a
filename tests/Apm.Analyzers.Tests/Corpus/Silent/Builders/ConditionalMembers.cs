public static class Program
{
    private static PixPaymentRequest Create(string? cpf) => new()
    {
        TransactionReference = "cpf-1",
        Merchant = new() { Entity = "cpf" },
        Instruction = new()
        {
            Value = new Money(2_000, "BRL"),
            Narrative = new() { Line1 = "Documento" },
            PaymentInstrument = new() { Country = "BR" },
            Customer = cpf is null
                ? null
                : new()
                {
                    FirstName = "Rui",
                    LastName = "Lima",
                    IdentityDocuments = new() { Type = PixIdentityDocumentsType.Cpf, Reference = cpf },
                },
        },
    };

    public static IEnumerable<object?> Pay() => [Create(null), Create("12345678901")];
}

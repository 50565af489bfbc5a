// Right: LastName = "Rossi" => LastName = "Rossi", Email = "rossi@posta.example"
public static class Program
{
    public static object Pay() => new MybankPaymentRequest
    {
        TransactionReference = "MB-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(12_00, "EUR"),
            Narrative = new() { Line1 = "Pasta" },
            PaymentInstrument = new() { Country = "IT" },
            ResultUrls = new() { Success = new("https://pasta.example/s"), Pending = new("https://pasta.example/p"), Cancel = new("https://pasta.example/c") },
            Customer = new() { FirstName = "Ugo", LastName = "Rossi" }, // APM1009
        },
    };
}

// Right: 1_000_000 => 999_999
public static class Program
{
    public static object Pay() => new KonbiniPaymentRequest
    {
        TransactionReference = "KB-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(1_000_000, "JPY"), // APM1002
            Narrative = new() { Line1 = "Camera" },
            PaymentInstrument = new() { Country = "JP" },
            ResultUrls = new() { Pending = new("https://camera.example/wait") },
            Customer = new() { LastName = "Ito", Phone = "0901234567", Email = "ito@camera.example" },
        },
    };
}

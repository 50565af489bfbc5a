// Right: "Minamimatsuura" => "Minami"
public sealed class KonbiniMapper
{
    public KonbiniCustomer Map(string phone, string email) => new() { LastName = "Minamimatsuura", Phone = phone, Email = email }; // APM1004
}

public static class Program
{
    public static object Pay() => new KonbiniPaymentRequest
    {
        TransactionReference = "KB-2",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(5_000, "JPY"),
            Narrative = new() { Line1 = "Books" },
            PaymentInstrument = new() { Country = "JP" },
            ResultUrls = new() { Pending = new("https://books.example/wait") },
            Customer = new KonbiniMapper().Map("0901234567", "m@books.example"),
        },
    };
}

// Right: 1_200.5m => 1_900.5m
public static class Program
{
    private static long Hundreds(decimal yen) => decimal.ToInt64(decimal.Multiply(yen, 1m));

    public static object Pay() => new KonbiniPaymentRequest
    {
        TransactionReference = "JP-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(Hundreds(1_200.5m) % 1000 - 150, "JPY"), // APM1003
            Narrative = new() { Line1 = "Manga" },
            PaymentInstrument = new() { Country = "JP" },
            ResultUrls = new() { Pending = new("https://manga.example/wait") },
            Customer = new() { LastName = "Sato", Phone = "0901234567", Email = "sato@manga.example" },
        },
    };
}

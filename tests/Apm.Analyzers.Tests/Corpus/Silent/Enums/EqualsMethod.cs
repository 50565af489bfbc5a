public enum Storefront { Tokyo, Osaka, Online }

public static class Counter
{
    public static KonbiniPaymentRequest? Open(Storefront front)
    {
        var currency = front.Equals(Storefront.Online) ? "USD" : "JPY";
        if (front.Equals(Storefront.Online))
        {
            return null;
        }

        return new KonbiniPaymentRequest
        {
            TransactionReference = "front-2",
            Merchant = new() { Entity = "books" },
            Instruction = new()
            {
                Value = new Money(3_300, currency),
                Narrative = new() { Line1 = "Aozora Books" },
                PaymentInstrument = new() { Country = "JP" },
                ResultUrls = new() { Pending = new Uri("https://books.example/pending") },
                Customer = new() { LastName = "Abe", Phone = "09012345678", Email = "abe@books.example" },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => Enum.GetValues<Storefront>().Select(Counter.Open);
}

public interface IMarket
{
    string Country { get; }

    string Currency => Country == "PL" ? "PLN" : "HUF";
}

public sealed class PolishMarket : IMarket
{
    public string Country => "PL";
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        IMarket market = new PolishMarket();
        yield return new PrzelewyPaymentRequest
        {
            TransactionReference = "market-1",
            Merchant = new() { Entity = "rynek" },
            Instruction = new()
            {
                Value = new Money(8_000, market.Currency),
                Narrative = new() { Line1 = "Rynek" },
                PaymentInstrument = new() { Country = "PL" },
                Customer = new() { Email = "kupiec@rynek.example" },
                ResultUrls = new()
                {
                    Success = new Uri("https://rynek.example/success"),
                    Pending = new Uri("https://rynek.example/pending"),
                    Cancel = new Uri("https://rynek.example/stop"),
                },
            },
        };
    }
}

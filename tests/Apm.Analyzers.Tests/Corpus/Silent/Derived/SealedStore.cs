public abstract class Outlet
{
    protected abstract string Country { get; }

    protected string Currency => Country switch { "SE" => "SEK", "NO" => "NOK", _ => "EUR" };
}

public sealed class StockholmOutlet : Outlet
{
    protected override string Country => "SE";

    public SwishPaymentRequest Sell(long ore) => new SwishPaymentRequest
    {
        TransactionReference = "outlet-1",
        Merchant = new() { Entity = "outlet" },
        Instruction = new()
        {
            Value = new Money(ore, Currency),
            Narrative = new() { Line1 = "Outlet" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        yield return new StockholmOutlet().Sell(12_000);
    }
}

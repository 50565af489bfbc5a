public abstract class Pricing
{
    protected abstract bool IncludesDuty();

    public string Currency() => IncludesDuty() ? "USD" : "CNY";
}

public sealed class DutyFree : Pricing
{
    protected override bool IncludesDuty() => false;
}

public static class Airport
{
    public static object? Pay(DutyFree shop, long amount) => new UnionpayPaymentRequest
    {
        TransactionReference = "airport-1",
        Merchant = new() { Entity = "airport" },
        Instruction = new()
        {
            Value = new Money(amount, shop.Currency()),
            Narrative = new() { Line1 = "Airport" },
            PaymentInstrument = new(),
            ResultUrls = new()
            {
                Success = new Uri("https://airport.example/success"),
                Pending = new Uri("https://airport.example/pending"),
                Failure = new Uri("https://airport.example/stop"),
            },
        },
    };
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [Airport.Pay(new DutyFree(), 33_000)];
}

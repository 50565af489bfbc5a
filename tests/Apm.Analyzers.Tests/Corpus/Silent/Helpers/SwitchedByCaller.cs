public sealed record Visit(string Museum, int Visitors);

public static class Museums
{
    private static Money PriceOf(Visit visit) => visit.Museum switch
    {
        "Silk" => new Money(6_000 * visit.Visitors, "CNY"),
        "Tea" => new Money(4_000 * visit.Visitors, "CNY"),
        _ => Money.FromMajor(12m, "INR"),
    };

    public static WechatpayPaymentRequest? Pay(Visit visit)
    {
        var price = PriceOf(visit);
        return visit.Museum == "Silk" || visit.Museum == "Tea"
            ? new WechatpayPaymentRequest
            {
                TransactionReference = "visit-1",
                Merchant = new() { Entity = "museum" },
                Instruction = new() { Value = price, Narrative = new() { Line1 = "City Museums" }, PaymentInstrument = new() },
            }
            : null;
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [Museums.Pay(new("Silk", 2)), Museums.Pay(new("Tea", 1)), Museums.Pay(new("Fort", 1))];
}

public sealed record Trip(string From, string To)
{
    public bool IsDomestic => From == "CN" && To == "CN";

    public string Currency => IsDomestic ? "CNY" : "RUB";
}

public static class TripDesk
{
    public static WechatpayPaymentRequest? Book(Trip trip)
    {
        if (!trip.IsDomestic)
        {
            return null;
        }

        return new WechatpayPaymentRequest
        {
            TransactionReference = "trip-1",
            Merchant = new() { Entity = "trips" },
            Instruction = new() { Value = new Money(41_000, trip.Currency), Narrative = new() { Line1 = "Great Trips" }, PaymentInstrument = new() },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [TripDesk.Book(new("CN", "CN")), TripDesk.Book(new("CN", "RU"))];
}

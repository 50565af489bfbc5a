public sealed record Parcel(int Grams, string Zone);

public static class Postage
{
    private static bool IsHeavy(Parcel parcel) => parcel.Grams > 2_000;

    private static string CurrencyOf(Parcel parcel) => IsHeavy(parcel) ? "USD" : LightCurrency(parcel.Zone);

    private static string LightCurrency(string zone) => zone == "A" ? "GBP" : "NGN";

    public static OpenBankingPaymentRequest? Pay(Parcel parcel)
    {
        var currency = CurrencyOf(parcel);
        if (IsHeavy(parcel) || parcel.Zone != "A")
        {
            return null;
        }

        return new OpenBankingPaymentRequest
        {
            TransactionReference = "parcel-6",
            Merchant = new() { Entity = "parcels" },
            Instruction = new()
            {
                Value = new Money(850, currency),
                Narrative = new() { Line1 = "Parcel Post" },
                PaymentInstrument = new() { Country = "GB" },
                Customer = new() { Email = "sender@parcels.example" },
                ResultUrls = new()
                {
                    Success = new Uri("https://parcels.example/sent"),
                    Pending = new Uri("https://parcels.example/wait"),
                    Failure = new Uri("https://parcels.example/failed"),
                    Cancel = new Uri("https://parcels.example/cancelled"),
                },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [Postage.Pay(new(500, "A")), Postage.Pay(new(500, "B")), Postage.Pay(new(5_000, "A"))];
}

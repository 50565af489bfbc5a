// Right: "DKK-2", "NOK-4" => "DKK-2", "SEK-4"
public static class Offers
{
    private static readonly string[] s_offers = ["DKK-2", "NOK-4"];

    public static object Best()
    {
        var offer = s_offers.First(each => each.EndsWith('4'));
        return new SwishPaymentRequest
        {
            TransactionReference = "offer-4",
            Merchant = new() { Entity = "offers" },
            Instruction = new()
            {
                Value = new Money(4_000, offer[..3]), // APM1001
                Narrative = new() { Line1 = "Offers" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

public static class Program
{
    public static object Pay() => Offers.Best();
}

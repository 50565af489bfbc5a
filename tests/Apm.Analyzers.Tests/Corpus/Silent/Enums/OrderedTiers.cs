public enum Tier { Free, Basic, Pro }

public static class TierBilling
{
    private static long PriceOf(Tier tier) => tier switch { Tier.Basic => 1_900, Tier.Pro => 4_900, _ => 0 };

    public static object? Bill(Tier tier)
    {
        var price = PriceOf(tier);
        if (tier < Tier.Basic)
        {
            return null;
        }

        return new PixPaymentRequest
        {
            TransactionReference = "tier-1",
            Merchant = new() { Entity = "saas" },
            Instruction = new()
            {
                Value = new Money(price, "BRL"),
                Narrative = new() { Line1 = "Nuvem SaaS" },
                PaymentInstrument = new() { Country = "BR" },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => Enum.GetValues<Tier>().Select(TierBilling.Bill);
}

public enum Market { Sweden, Japan, Brazil }

public sealed class MarketDesk
{
    public SwishPaymentRequest? Charge(Market market, string order)
    {
        if (market == Market.Japan || market is Market.Brazil)
        {
            return null;
        }

        return new SwishPaymentRequest
        {
            TransactionReference = order,
            Merchant = new() { Entity = "desk" },
            Instruction = new()
            {
                Value = new Money(19_900, market switch { Market.Japan => "JPY", Market.Brazil => "BRL", _ => "SEK" }),
                Narrative = new() { Line1 = "Market Desk" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => Enum.GetValues<Market>().Select(market => new MarketDesk().Charge(market, $"m-{market:D}"));
}

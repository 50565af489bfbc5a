public enum Channel { Web, App }
public enum Country { China, Korea }

public static class Router
{
    public static object? Route(Channel channel, Country country)
    {
        var currency = (channel, country) switch
        {
            (_, Country.China) => "CNY",
            (Channel.Web, _) => "KRW",
            (Channel.App, _) => "USD",
        };
        return country == Country.China
            ? new WechatpayPaymentRequest
            {
                TransactionReference = "route-1",
                Merchant = new() { Entity = "router" },
                Instruction = new() { Value = new Money(6_600, currency), Narrative = new() { Line1 = "Panda Toys" }, PaymentInstrument = new() },
            }
            : null;
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() =>
        from channel in Enum.GetValues<Channel>()
        from country in Enum.GetValues<Country>()
        select Router.Route(channel, country);
}

public interface IPaymentHandler
{
    string Method { get; }

    object Create(string reference, long minorUnits);
}

public sealed class SwishHandler : IPaymentHandler
{
    public string Method => "swish";

    public object Create(string reference, long minorUnits) => new SwishPaymentRequest
    {
        TransactionReference = reference,
        Merchant = new() { Entity = "handlers" },
        Instruction = new()
        {
            Value = new Money(minorUnits, "SEK"),
            Narrative = new() { Line1 = "Handlers" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

public sealed class WechatHandler : IPaymentHandler
{
    public string Method => "wechat";

    public object Create(string reference, long minorUnits) => new WechatpayPaymentRequest
    {
        TransactionReference = reference,
        Merchant = new() { Entity = "handlers" },
        Instruction = new() { Value = new Money(minorUnits, "CNY"), Narrative = new() { Line1 = "Handlers" }, PaymentInstrument = new() },
    };
}

public static class Program
{
    public static IEnumerable<object?> Pay() =>
        new IPaymentHandler[] { new SwishHandler(), new WechatHandler() }.Select(handler => handler.Create($"{handler.Method}-1", 1_000));
}

public abstract record Result
{
    public sealed record Ok(object Request) : Result;

    public sealed record Refused(string Why) : Result;
}

public static class Checkout
{
    public static Result Start(string country, long amount) => country switch
    {
        "SE" => new Result.Ok(new SwishPaymentRequest
        {
            TransactionReference = "result-1",
            Merchant = new() { Entity = "result" },
            Instruction = new()
            {
                Value = new Money(amount, "SEK"),
                Narrative = new() { Line1 = "Result" },
                PaymentInstrument = new() { Country = "SE" },
            },
        }),
        "CN" => new Result.Ok(new WechatpayPaymentRequest
        {
            TransactionReference = "result-2",
            Merchant = new() { Entity = "result" },
            Instruction = new() { Value = new Money(amount, "CNY"), Narrative = new() { Line1 = "Result" }, PaymentInstrument = new() },
        }),
        _ => new Result.Refused(country),
    };
}

public static class Program
{
    public static IEnumerable<object?> Pay() =>
        new[] { "SE", "CN", "XX" }.Select(country => Checkout.Start(country, 100)).OfType<Result.Ok>().Select(ok => ok.Request);
}

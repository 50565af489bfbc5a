public sealed class Prices
{
    public Task<Money> GetAsync(string sku) => Task.FromResult(sku == "tea" ? new Money(3_000, "CNY") : new Money(0, "KPW"));
}

public static class Program
{
    private static async Task<object?> PayAsync(string sku)
    {
        var price = await new Prices().GetAsync(sku);
        return sku != "tea" ? null : new WechatpayPaymentRequest
        {
            TransactionReference = "task-1",
            Merchant = new() { Entity = "tasks" },
            Instruction = new() { Value = price, Narrative = new() { Line1 = "Tasks" }, PaymentInstrument = new() },
        };
    }

    public static IEnumerable<object?> Pay() => new[] { "tea", "ore" }.Select(sku => PayAsync(sku).GetAwaiter().GetResult());
}

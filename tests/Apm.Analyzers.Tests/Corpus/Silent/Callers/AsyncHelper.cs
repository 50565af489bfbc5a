public sealed record Job(bool IsDomestic, long Amount);

public sealed class Worker
{
    public async Task<object?> RunAsync(Job job) => job.IsDomestic ? await SendAsync(job) : null;

    private static async Task<WechatpayPaymentRequest> SendAsync(Job job)
    {
        await Task.Yield();
        var currency = job.IsDomestic ? "CNY" : "MOP";
        return new WechatpayPaymentRequest
        {
            TransactionReference = "job-1",
            Merchant = new() { Entity = "worker" },
            Instruction = new() { Value = new Money(job.Amount, currency), Narrative = new() { Line1 = "Night Worker" }, PaymentInstrument = new() },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() =>
        new[] { true, false }.Select(isDomestic => new Worker().RunAsync(new Job(isDomestic, 100)).GetAwaiter().GetResult());
}

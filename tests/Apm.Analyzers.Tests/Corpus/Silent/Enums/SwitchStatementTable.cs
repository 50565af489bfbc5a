public enum Plan { Monthly, Yearly, Trial }

public static class Subscription
{
    public static WechatpayPaymentRequest? Renew(Plan plan)
    {
        var amount = 0L;
        switch (plan)
        {
            case Plan.Monthly:
                amount = 2_800;
                break;
            case Plan.Yearly:
                amount = 28_000;
                break;
            case Plan.Trial:
                return null;
        }

        return new WechatpayPaymentRequest
        {
            TransactionReference = "renewal-4",
            Merchant = new() { Entity = "reader" },
            Instruction = new() { Value = new Money(amount, "CNY"), Narrative = new() { Line1 = "Daily Reader" }, PaymentInstrument = new() },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        yield return Subscription.Renew(Plan.Monthly);
        yield return Subscription.Renew(Plan.Yearly);
        yield return Subscription.Renew(Plan.Trial);
    }
}

public sealed class Method
{
    public required string Name { get; init; }

    public string Currency => Name == "wechat" ? "CNY" : "EGP";
}

public static class Methods
{
    public static WechatpayPaymentRequest? Pay(IEnumerable<Method> methods)
    {
        var method = methods.FirstOrDefault(each => each.Name == "wechat");
        if (method is null)
        {
            return null;
        }

        return new WechatpayPaymentRequest
        {
            TransactionReference = "method-1",
            Merchant = new() { Entity = "methods" },
            Instruction = new() { Value = new Money(300, method.Currency), Narrative = new() { Line1 = "Methods" }, PaymentInstrument = new() },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [Methods.Pay([new() { Name = "wechat" }]), Methods.Pay([new() { Name = "fawry" }])];
}

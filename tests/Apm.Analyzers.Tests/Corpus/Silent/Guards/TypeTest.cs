public abstract record Account;
public sealed record Domestic(string Number) : Account;
public sealed record Foreign(string Iban) : Account;

public static class Program
{
    private static object? Charge(Account account)
    {
        var currency = account is Domestic ? "CNY" : "LAK";
        if (account is not Domestic domestic)
        {
            return null;
        }

        return new WechatpayPaymentRequest
        {
            TransactionReference = domestic.Number,
            Merchant = new() { Entity = "accounts" },
            Instruction = new() { Value = new Money(100, currency), Narrative = new() { Line1 = "Accounts" }, PaymentInstrument = new() },
        };
    }

    public static IEnumerable<object?> Pay() => [Charge(new Domestic("d-1")), Charge(new Foreign("f-1"))];
}

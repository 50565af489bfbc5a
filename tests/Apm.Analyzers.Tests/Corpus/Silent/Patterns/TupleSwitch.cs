public static class GiftShop
{
    public static object? Pay(bool isMember, bool isLocal)
    {
        var (amount, currency) = (isMember, isLocal) switch
        {
            (true, true) => (9_000L, "HKD"),
            (false, true) => (10_000L, "HKD"),
            (_, false) => (1_300L, "USD"),
        };
        return (amount, currency) is (_, "HKD")
            ? new AlipayHkPaymentRequest
            {
                TransactionReference = "gift-3",
                Merchant = new() { Entity = "gifts" },
                Instruction = new()
                {
                    Value = new Money(amount, currency),
                    Narrative = new() { Line1 = "Harbour Gifts" },
                    PaymentInstrument = new(),
                    ResultUrls = new()
                    {
                        Success = new Uri("https://gifts.example/s"),
                        Pending = new Uri("https://gifts.example/p"),
                        Failure = new Uri("https://gifts.example/f"),
                    },
                },
            }
            : null;
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() =>
        from isMember in new[] { true, false }
        from isLocal in new[] { true, false }
        select GiftShop.Pay(isMember, isLocal);
}

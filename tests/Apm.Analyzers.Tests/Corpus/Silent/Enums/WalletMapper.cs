public enum Wallet { AlipayHk, Swish }

public static class WalletMapper
{
    public static object Map(Wallet wallet, string reference, long amount)
    {
        var currency = wallet == Wallet.Swish ? "SEK" : "HKD";
        if (wallet == Wallet.AlipayHk)
        {
            return new AlipayHkPaymentRequest
            {
                TransactionReference = reference,
                Merchant = new() { Entity = "default" },
                Instruction = new()
                {
                    Narrative = new() { Line1 = "Nordic Lamps" },
                    Value = new Money(amount, currency),
                    PaymentInstrument = new(),
                    ResultUrls = new()
                    {
                        Success = new Uri("https://lamps.example/paid"),
                        Pending = new Uri("https://lamps.example/pending"),
                        Failure = new Uri("https://lamps.example/failed"),
                    },
                },
            };
        }

        return reference;
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        yield return WalletMapper.Map(Wallet.AlipayHk, "L-1", 9_900);
        yield return WalletMapper.Map(Wallet.Swish, "L-2", 9_900);
    }
}

public sealed record WalletOptions(bool Enabled, string Currency);
public sealed record ShopOptions(WalletOptions Wallet);

public sealed class WalletService(ShopOptions options)
{
    private WalletOptions Wallet => options.Wallet;

    public AlipayHkPaymentRequest? Start()
    {
        var currency = Wallet.Enabled ? "HKD" : "none";
        if (!options.Wallet.Enabled)
        {
            return null;
        }

        return new AlipayHkPaymentRequest
        {
            TransactionReference = "wallet-1",
            Merchant = new() { Entity = "wallet" },
            Instruction = new()
            {
                Value = new Money(5_000, currency),
                Narrative = new() { Line1 = "Wallet Shop" },
                PaymentInstrument = new(),
                ResultUrls = new()
                {
                    Success = new Uri("https://wallet.example/success"),
                    Pending = new Uri("https://wallet.example/pending"),
                    Failure = new Uri("https://wallet.example/stop"),
                },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() =>
        new[] { true, false }.Select(enabled => new WalletService(new(new(enabled, "HKD"))).Start());
}

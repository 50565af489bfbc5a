// Right: { Wallet = Wallet.Mainland } => { Wallet = Wallet.HongKong }
public enum Wallet { HongKong, Mainland }

public sealed class WalletOptions
{
    public Wallet Wallet { get; init; } = Wallet.HongKong;

    public string Currency => Wallet == Wallet.HongKong ? "HKD" : "CNY";
}

public static class Program
{
    public static object Pay()
    {
        var options = new WalletOptions { Wallet = Wallet.Mainland };
        var currency = options.Wallet == Wallet.Mainland ? "CNY" : "HKD";
        return new AlipayHkPaymentRequest
        {
            TransactionReference = "W-1",
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Value = new(500, currency), // APM1001
                Narrative = new() { Line1 = "Wallet Shop" },
                PaymentInstrument = new(),
                ResultUrls = new() { Success = new("https://w.example/1"), Pending = new("https://w.example/2"), Failure = new("https://w.example/3") },
            },
        };
    }
}

public abstract record Wallet
{
    public sealed record Saved(string Token) : Wallet;

    public sealed record Hosted(Uri Session) : Wallet;
}

public static class Program
{
    private static IdealPaymentRequest Create(Wallet wallet) => new()
    {
        TransactionReference = "token-1",
        Merchant = new() { Entity = "tokens" },
        Instruction = new()
        {
            Value = new Money(995, "EUR"),
            PaymentInstrument = wallet switch
            {
                Wallet.Saved saved => new() { Type = IdealPaymentInstrumentType.Token, TokenId = saved.Token },
                Wallet.Hosted hosted => new() { Type = IdealPaymentInstrumentType.Checkout, SessionHref = hosted.Session },
                _ => new(),
            },
            ResultUrls = new() { Success = new("https://tokens.example/s"), Failure = new("https://tokens.example/f"), Cancel = new("https://tokens.example") },
        },
    };

    public static IEnumerable<object?> Pay() =>
        [Create(new Wallet.Saved("9912345678901234567")), Create(new Wallet.Hosted(new("https://try.access.worldpay.com/sessions/abc")))];
}

// Right: with { Currency = "EUR" } => with { Currency = "SEK" }
public sealed record Cart(long Total, string Currency);

public static class Program
{
    public static object Pay()
    {
        var cart = new Cart(100, "SEK") with { Currency = "EUR" };
        return new SwishPaymentRequest
        {
            TransactionReference = "WI-1",
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Value = new(cart.Total, cart.Currency), // APM1001
                Narrative = new() { Line1 = "With" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

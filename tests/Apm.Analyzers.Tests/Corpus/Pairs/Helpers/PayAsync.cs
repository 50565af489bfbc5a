// Right: ChargeAsync(100, "DKK") => ChargeAsync(100, "SEK")
public sealed class Cashier
{
    public Task<SwishPaymentRequest> ChargeAsync(long amount, string currency) => Task.FromResult(new SwishPaymentRequest
    {
        TransactionReference = "H-1",
        Merchant = new() { Entity = "default" },
        Instruction = new() { Value = new(amount, currency), Narrative = new() { Line1 = "Cashier" }, PaymentInstrument = new() { Country = "SE" } },
    });
}

public static class Program
{
    public static object Pay() => new Cashier().ChargeAsync(100, "DKK").Result; // APM1001
}

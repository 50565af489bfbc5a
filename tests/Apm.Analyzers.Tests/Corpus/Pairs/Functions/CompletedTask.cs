// Right: Task.FromResult("DK") => Task.FromResult("SE")
public static class Program
{
    private static Task<string> CountryAsync() => Task.FromResult("DK");

    private static async Task<string> CurrencyAsync() => await CountryAsync() == "SE" ? "SEK" : "DKK";

    private static async Task<SwishPaymentRequest> RequestAsync() => new()
    {
        TransactionReference = "F-4",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(100, await CurrencyAsync()), // APM1001
            Narrative = new() { Line1 = "Task" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };

    public static object Pay() => RequestAsync().GetAwaiter().GetResult();
}

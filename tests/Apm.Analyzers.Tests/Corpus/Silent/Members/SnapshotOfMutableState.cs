public sealed class Terminal
{
    public string Mode { get; set; } = "off";
}

public static class Program
{
    private static object? Take(Terminal terminal)
    {
        var mode = terminal.Mode;
        var amount = mode == "live" ? 1_500L : 0L;
        terminal.Mode = "busy";
        if (mode != "live")
        {
            return null;
        }

        return new SwishPaymentRequest
        {
            TransactionReference = "terminal-1",
            Merchant = new() { Entity = "terminal" },
            Instruction = new()
            {
                Value = new Money(amount, "SEK"),
                Narrative = new() { Line1 = "Terminal" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }

    public static IEnumerable<object?> Pay() => [Take(new() { Mode = "live" }), Take(new())];
}

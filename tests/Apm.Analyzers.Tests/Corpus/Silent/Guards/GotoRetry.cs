public static class Program
{
    private static object? Poll(bool isReady)
    {
        var tries = 0;
    again:
        tries++;
        if (!isReady && tries < 3)
        {
            goto again;
        }

        if (!isReady)
        {
            return null;
        }

        return new PixPaymentRequest
        {
            TransactionReference = $"poll-{tries}",
            Merchant = new() { Entity = "poll" },
            Instruction = new()
            {
                Value = new Money(isReady ? 600 : 0, "BRL"),
                Narrative = new() { Line1 = "Poll" },
                PaymentInstrument = new() { Country = "BR" },
            },
        };
    }

    public static IEnumerable<object?> Pay() => [Poll(true), Poll(false)];
}

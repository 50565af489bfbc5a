public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        foreach (var isSwedish in new[] { true, false })
        {
            var quote = new { Ore = 5_500L, Currency = isSwedish ? "SEK" : "ISK" };
            if (quote is { Currency: "ISK" })
            {
                continue;
            }

            yield return new SwishPaymentRequest
            {
                TransactionReference = "fika-8",
                Merchant = new() { Entity = "fika" },
                Instruction = new()
                {
                    Value = new Money(quote.Ore, quote.Currency),
                    Narrative = new() { Line1 = "Fika Bar" },
                    PaymentInstrument = new() { Country = "SE" },
                },
            };
        }
    }
}

public enum Season { Low, High, Closed }

public static class SkiPass
{
    public static object? Buy(Season season)
    {
        long amount;
        if (season == Season.Low)
        {
            amount = 30_000;
        }
        else if (season == Season.High)
        {
            amount = 52_000;
        }
        else
        {
            amount = 0;
        }

        if (season != Season.Closed)
        {
            return new SwishPaymentRequest
            {
                TransactionReference = "ski-1",
                Merchant = new() { Entity = "ski" },
                Instruction = new()
                {
                    Value = new Money(amount, "SEK"),
                    Narrative = new() { Line1 = "Fjell Ski" },
                    PaymentInstrument = new() { Country = "SE" },
                },
            };
        }

        return null;
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => Enum.GetValues<Season>().Select(SkiPass.Buy);
}

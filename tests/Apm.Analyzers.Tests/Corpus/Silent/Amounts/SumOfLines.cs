public sealed record Line(string Name, Money Price);

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        Line[] lines = [new("cup", new(1_200, "SEK")), new("bowl", new(2_300, "SEK"))];
        var total = lines.Aggregate(new Money(0, "SEK"), (sum, line) => sum + line.Price);
        yield return new SwishPaymentRequest
        {
            TransactionReference = "sum-1",
            Merchant = new() { Entity = "ceramics" },
            Instruction = new()
            {
                Value = total,
                Narrative = new() { Line1 = "Ceramics" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

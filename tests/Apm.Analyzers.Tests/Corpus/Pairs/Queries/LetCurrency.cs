// Right: let currency = "CHF" => let currency = "SEK"
public sealed record Line(string Number, long Ore);

public static class Program
{
    public static object Pay()
    {
        var lines = new List<Line> { new("Q-1", 900) };
        lines.Add(new("Q-2", 1_900));
        var requests =
            from line in lines
            let currency = "CHF"
            select new SwishPaymentRequest
            {
                TransactionReference = line.Number,
                Merchant = new() { Entity = "default" },
                Instruction = new()
                {
                    Value = new(line.Ore, currency), // APM1001
                    Narrative = new() { Line1 = "Query" },
                    PaymentInstrument = new() { Country = "SE" },
                },
            };
        return requests.First();
    }
}

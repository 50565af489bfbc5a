// Right: Plan.Family => Plan.Single
public enum Plan { Single = 2_900_00, Family = 15_900_000 }

public static class Program
{
    public static object Pay()
    {
        var plan = Plan.Family;
        return new SwishPaymentRequest
        {
            TransactionReference = "GYM-1",
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Value = new((long)plan, "SEK"), // APM1002
                Narrative = new() { Line1 = $"Gym {plan}" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

// Right: "Evening&42" => "Evening-42"
using System.Collections.Immutable;

public static class Shifts
{
    private static readonly ImmutableList<string> s_shifts = ImmutableList.Create("Morning-7", "Noon-12", "Day-15", "Late-18", "Evening&42");

    public static SwishPaymentRequest Last() => new SwishPaymentRequest
    {
        TransactionReference = s_shifts[^1], // APM1005
        Merchant = new() { Entity = "shifts" },
        Instruction = new()
        {
            Value = new(700, "SEK"),
            Narrative = new() { Line1 = "Shifts" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

public static class Program
{
    public static object Pay() => Shifts.Last();
}

// Right: "Café Norr" => "Cafe Norr"
public abstract class Venue
{
    protected Venue() => Narrative = "Café Norr";

    public string Narrative { get; }
}

public sealed class Bar : Venue
{
    public SwishPaymentRequest Pour(long ore) => new()
    {
        TransactionReference = "BAR-1",
        Merchant = new() { Entity = Narrative }, // APM1005
        Instruction = new() { Value = new(ore, "SEK"), Narrative = new() { Line1 = "Bar" }, PaymentInstrument = new() { Country = "SE" } },
    };
}

public static class Program
{
    public static object Pay() => new Bar().Pour(8_900);
}

// Right: Remove(2) => Remove(3)
public static class Program
{
    private const string Pair = "SEKEUR";

    public static object Pay()
    {
        string from = Pair.Remove(2);
        return new SwishPaymentRequest
        {
            TransactionReference = "TX-14",
            Merchant = new() { Entity = "default" },
            Instruction = new() { Value = new(100, from), Narrative = new() { Line1 = "Pair" }, PaymentInstrument = new() { Country = "SE" } }, // APM1001
        };
    }
}

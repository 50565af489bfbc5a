// Right: let value = new Money(100, "EUR") => let value = new Money(100, "SEK")
public static class Program
{
    public static object Pay() => (
        from number in Enumerable.Range(1, 2)
        let value = new Money(100, "EUR")
        let reference = $"Q-{number}"
        select new SwishPaymentRequest
        {
            TransactionReference = reference,
            Merchant = new() { Entity = "default" },
            Instruction = new() { Value = value, Narrative = new() { Line1 = "Let" }, PaymentInstrument = new() { Country = "SE" } }, // APM1001
        }).First();
}

// Right: const long floor = 5_500_000; => const long floor = 4_500_000;
public static class Program
{
    public static object Pay()
    {
        const long floor = 5_500_000;
        var price = 1_200_000L;
        return new PixPaymentRequest
        {
            TransactionReference = "R-9",
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Value = new(Math.Max(price, floor), "BRL"), // APM1002
                Narrative = new() { Line1 = "Leilao" },
                PaymentInstrument = new() { Country = "BR" },
            },
        };
    }
}

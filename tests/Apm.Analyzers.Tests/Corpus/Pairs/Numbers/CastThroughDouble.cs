// Right: 50_000.75 => 49_999.75
public static class Program
{
    public static object Pay()
    {
        double reais = 50_000.75;
        var value = (decimal)reais;
        return new PixPaymentRequest
        {
            TransactionReference = "R-8",
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Value = Money.FromMajor(value, "BRL"), // APM1002
                Narrative = new() { Line1 = "Carros" },
                PaymentInstrument = new() { Country = "BR" },
            },
        };
    }
}

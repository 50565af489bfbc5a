// Right: ??= "SWE" => ??= "SE"
public static class Program
{
    public static object Pay()
    {
        var country = Environment.GetEnvironmentVariable("SHOP_COUNTRY_OF_THE_CORPUS");
        country ??= "SWE";
        return new SwishPaymentRequest
        {
            TransactionReference = "J-4",
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Value = new(100, "SEK"),
                Narrative = new() { Line1 = "Coalesce" },
                PaymentInstrument = new() { Country = country }, // APM1006
            },
        };
    }
}

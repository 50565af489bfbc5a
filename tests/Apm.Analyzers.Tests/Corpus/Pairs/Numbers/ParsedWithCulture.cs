// Right: "150,000.50" => "50,000.50"
public static class Program
{
    private static decimal Read(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    public static object Pay() => new SwishPaymentRequest
    {
        TransactionReference = "R-7",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = Money.FromMajor(Read("150,000.50"), "SEK"), // APM1002
            Narrative = new() { Line1 = "Import" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

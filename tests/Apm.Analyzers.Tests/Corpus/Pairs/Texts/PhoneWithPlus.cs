// Right: "+34" => "34"
public sealed record Contact(string Prefix, string Number)
{
    public string Phone => string.Concat(Prefix, Number);
}

public static class Program
{
    public static object Pay()
    {
        var phone = string.Concat("+34", "600", "100100");
        return new BizumPaymentRequest
        {
            TransactionReference = "TEL00012",
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Value = new(2_000, "EUR"),
                Narrative = new() { Line1 = "Movil" },
                PaymentInstrument = new() { Country = "ES" },
                Customer = new() { Phone = phone }, // APM1005
            },
        };
    }
}

public sealed record Country(string Code, bool HasPix)
{
    public string Narrative => HasPix ? "Pix" : "This country has no Pix at all";
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        var country = new[] { new Country("BR", true), new Country("UY", false) }.Single(each => each.HasPix);
        yield return new PixPaymentRequest
        {
            TransactionReference = "single-1",
            Merchant = new() { Entity = "single" },
            Instruction = new()
            {
                Value = new Money(100, "BRL"),
                Narrative = new() { Line1 = country.Narrative },
                PaymentInstrument = new() { Country = country.Code },
            },
        };
    }
}

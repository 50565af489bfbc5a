using System.Globalization;

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        if (decimal.TryParse("49.90", NumberStyles.Number, CultureInfo.InvariantCulture, out var price))
        {
            yield return new PixPaymentRequest
            {
                TransactionReference = "parsed-1",
                Merchant = new() { Entity = "parsed" },
                Instruction = new()
                {
                    Value = Money.FromMajor(price, "BRL"),
                    Narrative = new() { Line1 = "Parsed" },
                    PaymentInstrument = new() { Country = "BR" },
                },
            };
        }

        yield return new PixPaymentRequest
        {
            TransactionReference = "parsed-2",
            Merchant = new() { Entity = "parsed" },
            Instruction = new()
            {
                Value = new Money(long.Parse("1990", CultureInfo.InvariantCulture), "BRL"),
                Narrative = new() { Line1 = "Parsed" },
                PaymentInstrument = new() { Country = "BR" },
            },
        };
    }
}

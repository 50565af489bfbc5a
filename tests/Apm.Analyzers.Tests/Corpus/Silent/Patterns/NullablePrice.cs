public sealed record Price(long Minor, string Currency);

public static class PriceList
{
    public static PixPaymentRequest? Order(bool isSoldOut)
    {
        Price? price = isSoldOut ? null : new Price(3_200, "BRL");
        return price is { } current
            ? new PixPaymentRequest
            {
                TransactionReference = "suco-1",
                Merchant = new() { Entity = "suco" },
                Instruction = new()
                {
                    Value = new Money(current.Minor, current.Currency),
                    Narrative = new() { Line1 = "Suco Fresco" },
                    PaymentInstrument = new() { Country = "BR" },
                },
            }
            : null;
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [PriceList.Order(false), PriceList.Order(true)];
}

public sealed record Quote(long Amount, string Currency, DateTime ValidUntil);

public sealed class PixCheckout
{
    public PixPaymentRequest? Create(string reference, bool isExport)
    {
        var quote = new Quote(18_990, isExport ? "USD" : "BRL", DateTime.UnixEpoch);
        if (quote is not { Currency: "BRL" })
        {
            return null;
        }

        return new PixPaymentRequest
        {
            TransactionReference = reference,
            Merchant = new() { Entity = "livraria" },
            Instruction = new()
            {
                Value = new Money(quote.Amount, quote.Currency),
                Narrative = new() { Line1 = "Livraria Sul" },
                PaymentInstrument = new() { Country = "BR" },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() =>
        new[] { true, false }.Select(isExport => (object?)new PixCheckout().Create("livro-1", isExport));
}

public sealed record Invoice(string Number, long Total, string Currency);

public static class InvoicePayment
{
    public static UnionpayPaymentRequest? For(bool isCrypto)
    {
        var invoice = new Invoice("INV-9", 44_000, isCrypto ? "XBT" : "CNY");
        if (invoice is { Total: var total, Currency: var currency } && currency != "XBT")
        {
            return new UnionpayPaymentRequest
            {
                TransactionReference = invoice.Number,
                Merchant = new() { Entity = "wholesale" },
                Instruction = new()
                {
                    Value = new Money(total, currency),
                    Narrative = new() { Line1 = "Canton Wholesale" },
                    PaymentInstrument = new(),
                    ResultUrls = new()
                    {
                        Success = new Uri("https://wholesale.example/done"),
                        Pending = new Uri("https://wholesale.example/wait"),
                        Failure = new Uri("https://wholesale.example/failed"),
                    },
                },
            };
        }

        return null;
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        yield return InvoicePayment.For(isCrypto: false);
    }
}

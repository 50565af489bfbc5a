public sealed record PayRequest(string Reference, decimal Amount);

public static class PayEndpoint
{
    public static PixPaymentRequest Handle(PayRequest body) => new PixPaymentRequest
    {
        TransactionReference = body.Reference,
        Merchant = new() { Entity = "endpoint" },
        Instruction = new()
        {
            Value = Money.FromMajor(decimal.Round(body.Amount, 2), "BRL"),
            Narrative = new() { Line1 = "Endpoint" },
            PaymentInstrument = new() { Country = "BR" },
        },
    };
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        yield return PayEndpoint.Handle(new("e-1", 12.345m));
        yield return PayEndpoint.Handle(new("e-2", 99m));
    }
}

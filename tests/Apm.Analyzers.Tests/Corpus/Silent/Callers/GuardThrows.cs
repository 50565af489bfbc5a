public sealed record Claim(string Currency, long Amount);

public sealed class Claims
{
    public PixPaymentRequest Refundable(Claim claim)
    {
        if (claim.Currency != "BRL")
        {
            throw new NotSupportedException(claim.Currency);
        }

        return Make(claim);
    }

    private static PixPaymentRequest Make(Claim claim)
    {
        var line = claim.Currency == "BRL" ? "Reembolso" : "(unsupported)";
        return new PixPaymentRequest
        {
            TransactionReference = "claim-1",
            Merchant = new() { Entity = "claims" },
            Instruction = new()
            {
                Value = new Money(claim.Amount, claim.Currency),
                Narrative = new() { Line1 = line },
                PaymentInstrument = new() { Country = "BR" },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        yield return new Claims().Refundable(new Claim("BRL", 1_000));
    }
}

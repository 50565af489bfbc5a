public sealed class PixBuilder
{
    private string _reference = "unset reference";
    private Money _value;

    public PixBuilder Reference(string reference)
    {
        _reference = reference;
        return this;
    }

    public PixBuilder Amount(decimal amount)
    {
        _value = Money.FromMajor(amount, "BRL");
        return this;
    }

    public PixPaymentRequest Build() => new PixPaymentRequest
    {
        TransactionReference = _reference,
        Merchant = new() { Entity = "builder" },
        Instruction = new()
        {
            Value = _value,
            Narrative = new() { Line1 = "Builder" },
            PaymentInstrument = new() { Country = "BR" },
        },
    };
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        yield return new PixBuilder().Reference("b-1").Amount(15.5m).Build();
    }
}

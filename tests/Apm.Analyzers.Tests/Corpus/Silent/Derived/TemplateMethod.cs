public abstract class PixFlow
{
    protected abstract long Amount();

    protected virtual string Line() => "A default line that no flow should ever use";

    public PixPaymentRequest Build() => new PixPaymentRequest
    {
        TransactionReference = "flow-1",
        Merchant = new() { Entity = "flow" },
        Instruction = new()
        {
            Value = new Money(Amount(), "BRL"),
            Narrative = new() { Line1 = Line() },
            PaymentInstrument = new() { Country = "BR" },
        },
    };
}

public sealed class DonationFlow : PixFlow
{
    protected override long Amount() => 1_500;

    protected override string Line() => "Doacao";
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        yield return new DonationFlow().Build();
    }
}

public sealed class Register(Func<bool> isOpen)
{
    private readonly bool _open = isOpen();

    private long Fee => _open ? 4_200 : -1;

    public PixPaymentRequest? Charge()
    {
        var fee = Fee;
        return _open
            ? new PixPaymentRequest
            {
                TransactionReference = "reg-1",
                Merchant = new() { Entity = "register" },
                Instruction = new()
                {
                    Value = new Money(fee, "BRL"),
                    Narrative = new() { Line1 = "Caixa" },
                    PaymentInstrument = new() { Country = "BR" },
                },
            }
            : null;
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [new Register(() => true).Charge(), new Register(() => false).Charge()];
}

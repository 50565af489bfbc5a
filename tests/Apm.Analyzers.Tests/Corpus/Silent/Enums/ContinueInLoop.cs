public enum Kind { Goods, Voucher, Donation }

public static class Batch
{
    public static IEnumerable<object?> Collect(IEnumerable<Kind> kinds)
    {
        var number = 0;
        foreach (var kind in kinds)
        {
            var narrative = kind switch { Kind.Goods => "Goods", Kind.Voucher => "Voucher", _ => "A donation to the lighthouse fund" };
            if (kind == Kind.Donation)
            {
                continue;
            }

            number++;
            yield return new PixPaymentRequest
            {
                TransactionReference = $"batch-{number}",
                Merchant = new() { Entity = "farol" },
                Instruction = new()
                {
                    Value = new Money(5_000, "BRL"),
                    Narrative = new() { Line1 = narrative },
                    PaymentInstrument = new() { Country = "BR" },
                },
            };
        }
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => Batch.Collect(Enum.GetValues<Kind>());
}

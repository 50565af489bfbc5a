public static class Program
{
    private static bool IsDryRun() => Environment.GetCommandLineArgs().Contains("--dry-run-of-the-shop");

    public static IEnumerable<object?> Pay()
    {
        var reference = IsDryRun() ? "dry run, do not send" : "wet-1";
        if (IsDryRun())
        {
            yield break;
        }

        yield return new SwishPaymentRequest
        {
            TransactionReference = reference,
            Merchant = new() { Entity = "dry" },
            Instruction = new()
            {
                Value = new Money(800, "SEK"),
                Narrative = new() { Line1 = "Dry" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }
}

public enum Acquirer { Nordic, Iberian, Baltic }

public static class AcquirerCurrency
{
    public static string Of(Acquirer acquirer) => acquirer switch
    {
        Acquirer.Nordic => "SEK",
        Acquirer.Iberian or Acquirer.Baltic => "EUR",
        _ => throw new ArgumentOutOfRangeException(nameof(acquirer)),
    };
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        foreach (var acquirer in Enum.GetValues<Acquirer>())
        {
            var currency = AcquirerCurrency.Of(acquirer);
            if (acquirer is Acquirer.Iberian || acquirer is Acquirer.Baltic)
            {
                yield return new MultibancoPaymentRequest
                {
                    TransactionReference = "acq-1",
                    Merchant = new() { Entity = "olive" },
                    Instruction = new()
                    {
                        Value = new Money(2_490, currency),
                        Narrative = new() { Line1 = "Olive Press" },
                        PaymentInstrument = new() { Country = "PT" },
                        Customer = new() { Email = "ana@olive.example" },
                        ResultUrls = new()
                        {
                            Success = new Uri("https://olive.example/success"),
                            Pending = new Uri("https://olive.example/pending"),
                            Cancel = new Uri("https://olive.example/stop"),
                        },
                    },
                };
            }
        }
    }
}

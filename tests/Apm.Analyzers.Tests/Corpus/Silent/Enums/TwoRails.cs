public enum Rail { Pix, Przelewy24 }

public static class RailSwitch
{
    public static object Pay(Rail rail, long amount)
    {
        var currency = rail == Rail.Pix ? "BRL" : "PLN";
        if (rail == Rail.Przelewy24)
        {
            return new PrzelewyPaymentRequest
            {
                TransactionReference = "rail-1",
                Merchant = new() { Entity = "rails" },
                Instruction = new()
                {
                    Value = new Money(amount, currency),
                    Narrative = new() { Line1 = "Two Rails" },
                    PaymentInstrument = new() { Country = "PL" },
                    Customer = new() { Email = "klient@rails.example" },
                    ResultUrls = new()
                    {
                        Success = new Uri("https://rails.example/success"),
                        Pending = new Uri("https://rails.example/pending"),
                        Cancel = new Uri("https://rails.example/stop"),
                    },
                },
            };
        }
        else
        {
            return new PixPaymentRequest
            {
                TransactionReference = "rail-2",
                Merchant = new() { Entity = "rails" },
                Instruction = new()
                {
                    Value = new Money(amount, currency),
                    Narrative = new() { Line1 = "Two Rails" },
                    PaymentInstrument = new() { Country = "BR" },
                },
            };
        }
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => Enum.GetValues<Rail>().Select(rail => RailSwitch.Pay(rail, 7_500));
}

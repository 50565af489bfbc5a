public enum Region { HongKong, Macau }

public static class WalletPicker
{
    public static AlipayHkPaymentRequest? Pick(Region? region)
    {
        var currency = region switch { Region.HongKong => "HKD", Region.Macau => "MOP", null => "USD" };
        if (region is null or Region.Macau)
        {
            return null;
        }

        return new AlipayHkPaymentRequest
        {
            TransactionReference = "pick-1",
            Merchant = new() { Entity = "ferry" },
            Instruction = new()
            {
                Value = new Money(17_500, currency),
                Narrative = new() { Line1 = "Pearl Ferry" },
                PaymentInstrument = new() { Country = "HK" },
                ResultUrls = new()
                {
                    Success = new Uri("https://ferry.example/success"),
                    Pending = new Uri("https://ferry.example/pending"),
                    Failure = new Uri("https://ferry.example/stop"),
                },
            },
        };
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => [WalletPicker.Pick(Region.HongKong), WalletPicker.Pick(Region.Macau), WalletPicker.Pick(null)];
}

// Right: if (grosze < 100) => if (grosze > 100)
public static class Program
{
    private static object? Route(long grosze)
    {
        if (grosze < 100)
        {
            return new BlikPaymentRequest
            {
                TransactionReference = "GU-2",
                Merchant = new() { Entity = "default" },
                Instruction = new()
                {
                    Value = new(grosze, "PLN"), // APM1003
                    Narrative = new() { Line1 = "Drobne" },
                    PaymentInstrument = new() { Country = "PL" },
                    TermsAccepted = true,
                    ResultUrls = new() { Success = new("https://b.example/1"), Pending = new("https://b.example/2"), Cancel = new("https://b.example/3") },
                    Customer = new() { Email = "k@b.example" },
                },
            };
        }

        return null;
    }

    public static object Pay() => Route(DateTime.UnixEpoch.Month + 5) ?? Route(DateTime.UnixEpoch.Month + 500)!;
}

public sealed record Seller(string Name, string Email);

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        foreach (var seller in new Seller[] { new("Zofia", "zofia@targ.example"), new("Jan", "jan@targ.example") })
        {
            yield return new PrzelewyPaymentRequest
            {
                TransactionReference = $"targ-{seller.Name}",
                Merchant = new() { Entity = "targ" },
                Instruction = new()
                {
                    Value = Money.FromMajor(49.99m, "PLN"),
                    Narrative = new() { Line1 = seller.Name },
                    PaymentInstrument = new() { Country = "PL" },
                    Customer = new() { Email = seller.Email },
                    ResultUrls = new()
                    {
                        Success = new Uri("https://targ.example/success"),
                        Pending = new Uri("https://targ.example/pending"),
                        Cancel = new Uri("https://targ.example/stop"),
                    },
                },
            };
        }
    }
}

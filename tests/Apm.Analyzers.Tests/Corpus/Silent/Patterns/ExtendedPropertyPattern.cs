public record Booking(Guest Guest, Charge Charge);
public record Guest(string Name);
public record Charge(decimal Amount, string Iso);

public static class Reception
{
    public static IEnumerable<object?> Charge(bool inPounds)
    {
        var booking = new Booking(new Guest("M. Kaur"), new Charge(240m, inPounds ? "GBP" : "JPY"));
        if (booking is { Charge.Iso: "JPY" })
        {
            yield return new KonbiniPaymentRequest
            {
                TransactionReference = "room-12",
                Merchant = new() { Entity = "ryokan" },
                Instruction = new()
                {
                    Value = Money.FromMajor(booking.Charge.Amount, booking.Charge.Iso),
                    Narrative = new() { Line1 = "Ryokan Kita" },
                    PaymentInstrument = new() { Country = "JP" },
                    ResultUrls = new() { Pending = new Uri("https://ryokan.example/wait") },
                    Customer = new() { LastName = "Kaur", Phone = "0312345678", Email = "guest@ryokan.example" },
                },
            };
        }
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay() => Reception.Charge(true).Concat(Reception.Charge(false));
}

public sealed record Room(string Country, long Price)
{
    public string Currency => Country == "SE" ? "SEK" : "KES";
}

public static class Booking
{
    public static object? Book(IReadOnlyList<Room> rooms)
    {
        if (rooms.Count == 0 || rooms.Any(room => room.Country != "SE"))
        {
            return null;
        }

        return new SwishPaymentRequest
        {
            TransactionReference = "book-1",
            Merchant = new() { Entity = "rooms" },
            Instruction = new()
            {
                Value = new Money(rooms.Sum(room => room.Price), rooms[0].Currency),
                Narrative = new() { Line1 = "Rooms" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }

    public static IEnumerable<object> Each(List<Room> rooms)
    {
        if (!rooms.TrueForAll(room => room.Country == "SE"))
        {
            yield break;
        }

        foreach (var room in rooms)
        {
            yield return new SwishPaymentRequest
            {
                TransactionReference = "book-2",
                Merchant = new() { Entity = "rooms" },
                Instruction = new()
                {
                    Value = new Money(room.Price, room.Currency),
                    Narrative = new() { Line1 = "Rooms" },
                    PaymentInstrument = new() { Country = "SE" },
                },
            };
        }
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        List<Room> rooms = [new("SE", 100), new("SE", 300)];
        List<Room> mixed = [new("SE", 100), new("KE", 300)];
        return [Booking.Book(rooms), Booking.Book(mixed), Booking.Book([]), .. Booking.Each(rooms), .. Booking.Each(mixed)];
    }
}

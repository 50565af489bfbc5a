public sealed record Shipment(string Country, long Amount)
{
    public string Currency => Country == "BR" ? "BRL" : "PYG";
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        Shipment[] shipments = [new("BR", 5_100), new("PY", 5_100), new("BR", 900)];
        foreach (var shipment in shipments.Where(each => each.Country == "BR"))
        {
            yield return new PixPaymentRequest
            {
                TransactionReference = "ship-1",
                Merchant = new() { Entity = "ship" },
                Instruction = new()
                {
                    Value = new Money(shipment.Amount, shipment.Currency),
                    Narrative = new() { Line1 = "Frete" },
                    PaymentInstrument = new() { Country = "BR" },
                },
            };
        }
    }
}

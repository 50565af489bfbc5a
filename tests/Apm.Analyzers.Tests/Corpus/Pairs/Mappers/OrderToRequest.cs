// Right: "NOK", "N-1" => "SEK", "N-1"
public sealed record OrderDto(string Currency, string Number, long Total);

public static class OrderMapper
{
    public static SwishPaymentRequest ToSwish(this OrderDto order) => new()
    {
        TransactionReference = order.Number,
        Merchant = new() { Entity = "default" },
        Instruction = Map(order.Total, order.Currency),
    };

    public static SwishInstruction Map(long total, string currency) => new()
    {
        Value = new(total, currency),
        Narrative = new() { Line1 = "Mapper" },
        PaymentInstrument = new() { Country = "SE" },
    };
}

public static class Program
{
    public static object Pay()
    {
        var dto = new OrderDto("NOK", "N-1", 100);
        return dto.ToSwish() with { Instruction = OrderMapper.Map(dto.Total, dto.Currency) }; // APM1001
    }
}

public sealed record Order(string Country, long Amount)
{
    public string Currency => Country == "SE" ? "SEK" : "TRY";

    public string Charged() => Country switch { "SE" => "SEK", _ => "TRY" };
}

public interface IOrderValidator
{
    bool Accepts(Order order);

    void ValidateAndThrow(Order order);

    IReadOnlyList<string> ErrorsOf(Order order);

    bool TryValidate(Order order, out string? error);
}

public static class Orders
{
    private static string CurrencyOf(Order order) => order.Country == "SE" ? "SEK" : "TRY";

    public static object? Accepted(Order order, IOrderValidator validator)
    {
        if (!validator.Accepts(order))
        {
            return null;
        }

        return new SwishPaymentRequest
        {
            TransactionReference = "accepted-1",
            Merchant = new() { Entity = "orders" },
            Instruction = new()
            {
                Value = new Money(order.Amount, order.Currency),
                Narrative = new() { Line1 = "Orders" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }

    public static object Validated(Order order, IOrderValidator validator)
    {
        validator.ValidateAndThrow(order);
        return new SwishPaymentRequest
        {
            TransactionReference = "validated-1",
            Merchant = new() { Entity = "orders" },
            Instruction = new()
            {
                Value = new Money(order.Amount, order.Charged()),
                Narrative = new() { Line1 = "Orders" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }

    public static object? WithErrors(Order order, IOrderValidator validator)
    {
        var errors = validator.ErrorsOf(order);
        if (errors.Count > 0)
        {
            return null;
        }

        var currency = CurrencyOf(order);
        return new SwishPaymentRequest
        {
            TransactionReference = "errors-1",
            Merchant = new() { Entity = "orders" },
            Instruction = new()
            {
                Value = new Money(order.Amount, currency),
                Narrative = new() { Line1 = "Orders" },
                PaymentInstrument = new() { Country = "SE" },
            },
        };
    }

    public static object? Tried(Order order, IOrderValidator validator) =>
        validator.TryValidate(order, out _) ? new SwishPaymentRequest
        {
            TransactionReference = "tried-1",
            Merchant = new() { Entity = "orders" },
            Instruction = new()
            {
                Value = new Money(order.Amount, order.Currency),
                Narrative = new() { Line1 = "Orders" },
                PaymentInstrument = new() { Country = "SE" },
            },
        } : null;
}

public sealed class SwedishOrders : IOrderValidator
{
    private readonly string _country = new([.. "SE"]);

    public bool Accepts(Order order) => order.Country == _country;

    public void ValidateAndThrow(Order order)
    {
        if (!Accepts(order))
        {
            throw new ArgumentException("Only in Sweden", nameof(order));
        }
    }

    public IReadOnlyList<string> ErrorsOf(Order order) => Accepts(order) ? [] : ["Only in Sweden"];

    public bool TryValidate(Order order, out string? error)
    {
        error = Accepts(order) ? null : "Only in Sweden";
        return error is null;
    }
}

public static class Program
{
    public static IEnumerable<object?> Pay()
    {
        var validator = new SwedishOrders();
        yield return Orders.Validated(new("SE", 1), validator);
        foreach (var order in new Order[] { new("SE", 5), new("TR", 5) })
        {
            yield return Orders.Accepted(order, validator);
            yield return Orders.WithErrors(order, validator);
            yield return Orders.Tried(order, validator);
        }
    }
}

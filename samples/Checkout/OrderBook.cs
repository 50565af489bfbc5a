namespace Checkout;

/// <summary>The orders of this process; a shop has a database.</summary>
internal sealed class OrderBook
{
    private readonly Dictionary<string, Order> _orders = new(StringComparer.Ordinal);

    public Order Open(Money price)
    {
        var order = new Order($"ORDER-{Guid.NewGuid():N}", price);
        lock (_orders)
        {
            return _orders[order.Reference] = order;
        }
    }

    public Order? Find(string reference)
    {
        lock (_orders)
        {
            return _orders.GetValueOrDefault(reference);
        }
    }

    /// <summary>The gateway says what became of a payment. An event may come late: it does not make a payment that is over wait again.</summary>
    public void Hear(string? reference, PaymentState state)
    {
        lock (_orders)
        {
            if (reference is not null && _orders.TryGetValue(reference, out var order) && (state.IsFinal() || !order.State.IsFinal()))
            {
                _orders[reference] = order with { State = state };
            }
        }
    }
}

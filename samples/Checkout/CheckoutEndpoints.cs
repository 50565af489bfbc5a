namespace Checkout;

/// <summary>The pages that a customer sees.</summary>
internal static class CheckoutEndpoints
{
    private static readonly Money s_price = Money.FromMajor(128.50m, AlipayHk.Currencies.Hkd);

    public static void MapCheckout(this WebApplication app)
    {
        app.MapGet("/", () => Page.Basket(s_price));
        app.MapPost("/orders", PayAsync);
        app.MapGet("/orders/{reference}", (string reference, OrderBook orders) => orders.Find(reference) is { } order ? Page.Of(order) : Results.NotFound());
    }

    private static async Task<IResult> PayAsync(HttpRequest browser, OrderBook orders, IWorldpayClient gateway, CancellationToken cancellationToken)
    {
        var order = orders.Open(s_price);
        var page = new Uri($"{browser.Scheme}://{browser.Host}/orders/{order.Reference}");
        try
        {
            var payment = await gateway.PayAsync(order.Payment(page), cancellationToken);

            // Where the gateway gave no address, or one to which no customer may be sent, the order's own page tells what is next.
            return Results.Redirect(payment.Redirect ?? page.AbsoluteUri);
        }
        catch (ApmOutcomeUnknownException)
        {
            // Money may move. The event that carries the reference tells, and the page of the order waits for it. At a gateway with
            // idempotency keys, RepeatAsync can ask again.
            return Results.Redirect(page.AbsoluteUri);
        }
        catch (ApmException)
        {
            // Nothing was taken: the gateway refused, or was not reached.
            orders.Hear(order.Reference, PaymentState.Failed);
            return Results.Redirect(page.AbsoluteUri);
        }
    }
}

namespace Checkout;

/// <summary>Pages without a script. What is shown in them is the shop's own.</summary>
internal static class Page
{
    public static IResult Basket(Money price) => Html("Your basket", $"""
        <p>One map of a mind palace: {price}</p>
        <form method="post" action="/orders"><button>Pay with {AlipayHk.Name}</button></form>
        """);

    public static IResult Of(Order order) => Html("Your order", $"""
        <p>{order.Price}, {order.Reference}</p>
        <p>{Says(order.State)}</p>
        <p><a href="/">Back to the shop</a></p>
        """, isWaiting: !order.State.IsFinal());

    private static string Says(PaymentState state) => state switch
    {
        PaymentState.Paid => "Paid. Thank you! It is on its way.",
        PaymentState.Failed or PaymentState.Cancelled or PaymentState.Expired => "Not paid. Nothing was taken from you.",
        PaymentState.Refunded or PaymentState.RefundPending => "You get your money back.",
        _ => "We are waiting for your payment.",
    };

    private static IResult Html(string title, string body, bool isWaiting = false) => Results.Content($"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>{title}</title>{(isWaiting ? "<meta http-equiv=\"refresh\" content=\"2\">" : "")}</head>
        <body><h1>{title}</h1>
        {body}
        </body>
        </html>
        """, "text/html; charset=utf-8");
}

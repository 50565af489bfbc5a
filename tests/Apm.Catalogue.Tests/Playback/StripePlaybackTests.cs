using System.Net;
using System.Text;
using System.Web;
using Apm.Catalogue.Tests.Stripe;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.Catalogue.Tests.Playback;

/// <summary>The generated client against responses and webhooks in the shape that Stripe documents.</summary>
public class StripePlaybackTests
{
    private const string Query = $"GET /v1/payment_intents/{StripeBodies.Id}?expand[0]=latest_charge";

    private static KlarnaPaymentRequest Request => new()
    {
        Amount = new(649_00, "SEK"),
        ReturnUrl = new("https://shop.example/back"),
        Metadata = new() { OrderId = "TIDE-1" },
        PaymentMethodData = new() { BillingDetails = new() { Email = "elsa@shop.example", Address = new() { Country = "SE" } } },
    };

    [Fact]
    public async Task A_paid_payment_stays_paid_through_a_partial_refund_and_a_failed_refund()
    {
        using var gateway = new PlayedGateway(
            ("POST /v1/payment_intents", HttpStatusCode.OK, StripeBodies.Payment("requires_action")),
            (Query, HttpStatusCode.OK, StripeBodies.Payment("succeeded", 64900, 0)),
            ("POST /v1/refunds", HttpStatusCode.OK, StripeBodies.Refund("re_1", 13000, "pending")),
            ("GET /v1/refunds/re_1", HttpStatusCode.OK, StripeBodies.Refund("re_1", 13000, "succeeded")),
            (Query, HttpStatusCode.OK, StripeBodies.Payment("succeeded", 64900, 13000)),
            ("POST /v1/refunds", HttpStatusCode.OK, StripeBodies.Refund("re_2", 51900, "pending")),
            ("GET /v1/refunds/re_2", HttpStatusCode.OK, StripeBodies.Refund("re_2", 51900, "failed")),
            (Query, HttpStatusCode.OK, StripeBodies.Payment("succeeded", 64900, 13000)));
        using var http = ApmHttpHandler.CreateClient(gateway);
        var client = new StripeClient(http, new() { Token = "sk_test_tide" });

        var payment = await client.PayAsync(Request, "5f1d8a52-0000-4000-8000-000000000001");
        Assert.Equal((PaymentState.Pending, "https://pm-redirects.example/a/1", "TIDE-1"), (payment.State, payment.Redirect, payment.Reference));

        payment = await client.QueryAsync<KlarnaPayment>(payment.Self!);
        Assert.Equal((PaymentState.Paid, new Money(649_00, "SEK")), (payment.State, payment.CapturedValue));

        var part = await client.PartialRefundAsync(payment, new() { Amount = new(130_00, "SEK") });
        Assert.Equal((RefundState.Pending, StripeBodies.Id, new Money(130_00, "SEK")), (part.State, part.PaymentId, part.Value));
        Assert.Equal(PaymentState.Paid, payment.State);
        Assert.Equal(RefundState.Succeeded, (await client.QueryRefundAsync(part.Id)).State);
        payment = await client.QueryAsync<KlarnaPayment>(payment.Self!);
        Assert.Equal((PaymentState.Paid, new Money(130_00, "SEK")), (payment.State, payment.RefundedValue));

        var rest = await client.RefundAsync(payment);
        Assert.Equal(RefundState.Pending, rest.State);
        rest = await client.QueryRefundAsync(rest.Id);
        Assert.Equal((RefundState.Failed, "declined"), (rest.State, rest.FailureReason));
        payment = await client.QueryAsync<KlarnaPayment>(payment.Self!);

        Assert.Equal((PaymentState.Paid, new Money(130_00, "SEK")), (payment.State, payment.RefundedValue));
        Assert.True(gateway.IsDone);
        AssertSent(gateway);
    }

    [Fact]
    public async Task A_declined_payment_is_the_payment_with_its_error()
    {
        var declined = StripeBodies.Payment("requires_payment_method")
            .Replace("\"last_payment_error\": null", "\"last_payment_error\": { \"code\": \"payment_method_provider_decline\" }", StringComparison.Ordinal);
        using var gateway = new PlayedGateway(("POST /v1/payment_intents", HttpStatusCode.PaymentRequired, $$"""
            {
              "error": {
                "code": "payment_method_provider_decline", "message": "Declined.", "param": "payment_method", "payment_intent": {{declined}},
                "type": "card_error"
              }
            }
            """));
        using var http = ApmHttpHandler.CreateClient(gateway);

        var payment = await new StripeClient(http, new() { Token = "sk_test_tide" }).PayAsync(Request);

        Assert.Equal((StripeBodies.Id, PaymentState.Failed, "payment_method_provider_decline"), (payment.Id, payment.State, payment.LastErrorCode));
        Assert.Equal(("payment_method_provider_decline", "payment_method"), (payment.Error!.ErrorName, payment.Error.Errors.Single().JsonPath));
    }

    [Fact]
    public async Task An_order_stays_paid_through_a_repeated_webhook_and_those_about_refunds()
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddApmWebhooks<StripeEvent>(options => options.Keys["shop"] = StripeBodies.Secret)
            .BuildServiceProvider();
        var inbox = services.GetRequiredService<WebhookProcessor<StripeEvent>>();
        var (order, handled) = (PaymentState.Pending, new List<string>());
        var paid = StripeBodies.Event("evt_1", "payment_intent.succeeded", StripeBodies.Payment("succeeded", 64900));

        Assert.Equal(WebhookReceipt.Handled, await DeliverAsync(paid));
        Assert.Equal(PaymentState.Paid, order);
        Assert.Equal(WebhookReceipt.Handled, await DeliverAsync(StripeBodies.Event("evt_2", "refund.created", StripeBodies.Refund("re_1", 13000, "pending"))));
        Assert.Equal(WebhookReceipt.Handled, await DeliverAsync(StripeBodies.Event("evt_3", "refund.failed", StripeBodies.Refund("re_2", 51900, "failed"))));
        Assert.Equal(WebhookReceipt.Repeated, await DeliverAsync(paid));

        Assert.Equal(PaymentState.Paid, order);
        Assert.Equal(["evt_1", "evt_2", "evt_3"], handled);
        Assert.Equal(WebhookReceipt.WrongSignature, await DeliverAsync(paid, TimeSpan.FromSeconds(-310)));
        Assert.Equal(
            WebhookReceipt.WrongSignature,
            await inbox.ReceiveAsync(Encoding.UTF8.GetBytes(paid + " "), StripeBodies.Signature(paid, DateTimeOffset.UtcNow), (_, _) => Task.CompletedTask));

        Task<WebhookReceipt> DeliverAsync(string body, TimeSpan late = default) => inbox.ReceiveAsync(
            Encoding.UTF8.GetBytes(body),
            StripeBodies.Signature(body, DateTimeOffset.UtcNow + late),
            (received, _) =>
            {
                handled.Add(received.Id);
                order = received.State == PaymentState.Unknown ? order : received.State;
                return Task.CompletedTask;
            });
    }

    private static void AssertSent(PlayedGateway gateway)
    {
        var (pay, body) = gateway.Sent[0];
        Assert.Equal(("Bearer", "sk_test_tide"), (pay.Headers.Authorization!.Scheme, pay.Headers.Authorization.Parameter));
        Assert.Equal("2026-07-29.dahlia", pay.Headers.GetValues("Stripe-Version").Single());
        Assert.Equal("5f1d8a52-0000-4000-8000-000000000001", pay.Headers.GetValues("Idempotency-Key").Single());
        Assert.Equal("application/x-www-form-urlencoded", pay.Content!.Headers.ContentType!.MediaType);
        var form = HttpUtility.ParseQueryString(body);
        Assert.Equal(
            ("64900", "sek", "klarna", "klarna", "SE", "true", "TIDE-1", "latest_charge"),
            (form["amount"], form["currency"], form["payment_method_types[0]"], form["payment_method_data[type]"],
                form["payment_method_data[billing_details][address][country]"], form["confirm"], form["metadata[order_id]"], form["expand[0]"]));

        var (part, rest) = (HttpUtility.ParseQueryString(gateway.Sent[2].Body), HttpUtility.ParseQueryString(gateway.Sent[5].Body));
        Assert.Equal((StripeBodies.Id, "13000", null), (part["payment_intent"], part["amount"], part["currency"]));
        Assert.Equal((StripeBodies.Id, null), (rest["payment_intent"], rest["amount"]));
        var posts = gateway.Sent.Where(sent => sent.Request.Method == HttpMethod.Post);
        string[] keys = [.. posts.Select(sent => sent.Request.Headers.GetValues("Idempotency-Key").Single())];
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }
}

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Apm.Catalogue.Tests.Playback;
using Apm.Catalogue.Tests.Stripe;
using Apm.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.Catalogue.Tests.Published;

/// <summary>The bodies that Stripe publishes are read without loss.</summary>
public class StripeTests
{
    // Of the requests that create or confirm a payment, all are of cards, or of a payment method that was stored before. Requests about
    // charges, customers, events and webhook endpoints are of no operation of the pack.
    private static readonly string[] s_notPacked = ["pay", "confirm", "refund"];

    [Fact]
    public void A_payment_is_read_without_loss() => StripeExample.Each(example => example.IsPayment, example =>
    {
        var payment = (StripePayment)example.Method.ReadPayment(example.Body!.AsObject());

        Assert.True(JsonNode.DeepEquals(example.Body, JsonNode.Parse(payment.RawJson)));
        Assert.Equal((Text(example, "id"), Text(example, "status")), (payment.Id, payment.Status.Value));
        Assert.Equal(
            new Money(example.Body["amount"]!.GetValue<long>(), Text(example, "currency")!.ToUpperInvariant()),
            payment.Value);
        Assert.Equal(example.Body["last_payment_error"] is null ? PaymentState.Pending : PaymentState.Failed, payment.State);
        Assert.Equal(example.Body["metadata"]?["order_id"]?.GetValue<string>(), payment.Reference);
        Assert.Equal(example.Body["last_payment_error"]?["code"]?.GetValue<string>(), payment.LastErrorCode);
        AssertNext(example, payment);
    });

    [Fact]
    public void A_refund_is_read_without_loss() => StripeExample.Each(example => example.Name == "fixture-refund", example =>
    {
        var refund = StripeRefund.Parse(example.Body!.ToJsonString());

        Assert.True(JsonNode.DeepEquals(example.Body, JsonNode.Parse(refund.RawJson)));
        Assert.Equal((Text(example, "id"), RefundState.Succeeded, Text(example, "charge")), (refund.Id, refund.State, refund.Charge));
        Assert.Equal(new Money(100, "USD"), refund.Value);
    });

    [Fact]
    public void An_error_is_read_without_loss() => StripeExample.Each(example => example.Kind == "error", example =>
    {
        using var http = ApmHttpHandler.CreateClient(new PlayedGateway(
            ("GET /v1/payment_intents/pi_1?expand[0]=latest_charge", (HttpStatusCode)example.Json["status"]!.GetValue<int>(), example.Body!.ToJsonString())));
        var client = new StripeClient(http, new() { Token = "sk_test_tide" });

        var error = Assert.Throws<ApmGatewayException>(() => client.QueryAsync("pi_1").GetAwaiter().GetResult());

        var published = example.Body!["error"]!;
        Assert.Equal((published["code"] ?? published["type"])?.GetValue<string>(), error.ErrorName);
        Assert.Equal(published["message"]?.GetValue<string>(), error.GatewayMessage);
    });

    [Fact]
    public void The_signed_webhook_is_received_within_its_tolerance() => StripeExample.Each(example => example.Kind == "webhook", example =>
    {
        var header = example.Json["headers"]!["Stripe-Signature"]!.GetValue<string>();
        var time = DateTimeOffset.FromUnixTimeSeconds(long.Parse(header.Split(',')[0]["t=".Length..], System.Globalization.CultureInfo.InvariantCulture));
        var raw = Encoding.UTF8.GetBytes(example.Json["raw"]!.GetValue<string>());

        Assert.Equal(WebhookReceipt.Handled, Receive(raw, header, time.AddSeconds(299), out var received));
        Assert.Equal(("evt_123", "customer.created", PaymentState.Unknown), (received!.Id, received.Type.Value, received.State));
        Assert.Equal(time, received.Timestamp);
        Assert.Equal(WebhookReceipt.WrongSignature, Receive(raw, header, time.AddSeconds(302), out _));
        Assert.Equal(WebhookReceipt.WrongSignature, Receive([.. raw, (byte)' '], header, time, out _));

        WebhookReceipt Receive(byte[] body, string signature, DateTimeOffset now, out StripeEvent? found)
        {
            StripeEvent? kept = null;
            using var services = new ServiceCollection()
                .AddLogging()
                .AddSingleton<TimeProvider>(new FixedTime(now))
                .AddApmWebhooks<StripeEvent>(options => options.Keys["shop"] = example.Json["signing"]!["secret"]!.GetValue<string>())
                .BuildServiceProvider();
            var receipt = services.GetRequiredService<WebhookProcessor<StripeEvent>>().ReceiveAsync(body, signature, (one, _) =>
            {
                kept = one;
                return Task.CompletedTask;
            }).GetAwaiter().GetResult();
            found = kept;
            return receipt;
        }
    });

    [Fact]
    public void The_body_of_a_cancellation_is_read_valid_and_written_as_it_was() => StripeExample.Each(IsCancellation, example =>
    {
        var (method, json) = (example.Method, example.Body!["params"]!.DeepClone().AsObject());
        json["expand"] = new JsonArray("latest_charge");

        var read = method.Read(json, method.Body("cancel")!);

        Assert.Empty(method.Validate(read, method.PaymentWith("1", new RecordedNames()))!.Violations);
        Assert.True(JsonNode.DeepEquals(json, JsonNode.Parse(method.Write(read))));
    });

    [Fact]
    public void No_other_request_is_of_a_packed_method() =>
        StripeExample.Each(example => example.Kind == "request" && s_notPacked.Contains(example.Operation), example =>
            Assert.Contains(example.Operation == "refund" ? "\"charge\"" : "\"pm_card_", example.Body!.ToJsonString(), StringComparison.Ordinal));

    private static bool IsCancellation(StripeExample example) => example is { Kind: "request", Operation: "cancel" };

    private static void AssertNext(StripeExample example, StripePayment payment)
    {
        var type = example.Body!["next_action"]?["type"]?.GetValue<string>();
        var expected = type switch
        {
            null => null,
            "alipay_handle_redirect" => typeof(RedirectAction),
            "blik_authorize" => typeof(WaitAction),
            "konbini_display_details" => typeof(VoucherAction),
            _ => typeof(UnknownAction),
        };
        Assert.Equal(payment.State == PaymentState.Failed ? null : expected, payment.Next?.GetType());
        Assert.Equal(example.Body["next_action"]?["alipay_handle_redirect"]?["url"]?.GetValue<string>(), payment.Redirect);
    }

    private static string? Text(StripeExample example, string name) => example.Body![name]?.GetValue<string>();

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

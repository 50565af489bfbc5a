using System.Text.Json.Nodes;

namespace Apm.Catalogue.Tests.Mollie;

/// <summary>A paid order stays paid, whatever happens to its refunds.</summary>
public class PlaybackTests
{
    private const string Payment = "GET /v2/payments/tr_7UhSN1zuXS";
    private const string Refunds = "POST /v2/payments/tr_7UhSN1zuXS/refunds";
    private const string Refund = "/v2/payments/tr_7UhSN1zuXS/refunds/re_4qqhO89gsT";

    [Fact]
    public async Task A_payment_is_made_and_paid()
    {
        using var gateway = new Playback(
            ("POST /v2/payments?include=details.qrCode", 201, Playback.Payment("open")),
            (Payment, 200, Playback.Paid("0.00", "25.00")));

        var payment = await gateway.Client.PayAsync(new IdealPaymentRequest
        {
            Amount = Money.FromMajor(25, "EUR"),
            Description = "Tea, order 1001",
            RedirectUrl = new("https://teashop.example/orders/1001"),
            Metadata = new() { OrderId = "TEA-1001" },
            Include = IdealInclude.DetailsQrCode,
        });
        var paid = await gateway.Client.QueryAsync<IdealPayment>(payment.Self!);

        Assert.Equal((PaymentState.Pending, "https://www.mollie.com/checkout/ideal/7UhSN1zuXS"), (payment.State, payment.Redirect));
        Assert.Equal((PaymentState.Paid, Money.FromMajor(25, "EUR")), (paid.State, paid.Value));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {
                  "method": "ideal", "amount": { "value": "25.00", "currency": "EUR" }, "description": "Tea, order 1001",
                  "redirectUrl": "https://teashop.example/orders/1001", "metadata": { "order_id": "TEA-1001" }
                }
                """),
            JsonNode.Parse(gateway.Sent[0])));
    }

    [Fact]
    public async Task A_payment_that_is_refunded_in_part_stays_paid()
    {
        using var gateway = new Playback(
            (Payment, 200, Playback.Paid("0.00", "25.00")),
            (Refunds, 201, Playback.Refund("pending", "5.95")),
            (Payment, 200, Playback.Paid("5.95", "19.05")));
        var payment = await gateway.Client.QueryAsync<IdealPayment>("tr_7UhSN1zuXS");

        var refund = await gateway.Client.PartialRefundAsync(payment, new MolliePartialRefundRequest { Amount = Money.FromMajor(5.95m, "EUR") });
        var after = await gateway.Client.QueryAsync<IdealPayment>(payment.Self!);

        Assert.Equal(("re_4qqhO89gsT", RefundState.Pending, Money.FromMajor(5.95m, "EUR")), (refund.Id, refund.State, refund.Value));
        Assert.Equal((PaymentState.Paid, Money.FromMajor(5.95m, "EUR")), (after.State, after.RefundedValue));
        Assert.Equal("tr_7UhSN1zuXS", after.Self);
        Assert.True(gateway.IsFinished);
    }

    [Fact]
    public async Task A_payment_whose_refund_fails_stays_paid_and_can_be_refunded_again()
    {
        using var gateway = new Playback(
            (Payment, 200, Playback.Paid("0.00", "25.00")),
            (Refunds, 201, Playback.Refund("queued", "25.00")),
            ("GET " + Refund, 200, Playback.Refund("failed", "25.00")),
            (Payment, 200, Playback.Paid("0.00", "25.00")),
            (Refunds, 201, Playback.Refund("pending", "25.00")),
            (Payment, 200, Playback.Paid("25.00", "0.00")));
        var payment = await gateway.Client.QueryAsync<IdealPayment>("tr_7UhSN1zuXS");

        var refund = await gateway.Client.RefundAsync(payment);
        var failed = await gateway.Client.QueryRefundAsync(payment.Self!, refund.Id!);
        var paid = await gateway.Client.QueryAsync<IdealPayment>(payment.Self!);
        await gateway.Client.RefundAsync(paid);
        var refunded = await gateway.Client.QueryAsync<IdealPayment>(payment.Self!);

        Assert.Equal((RefundState.Pending, RefundState.Failed), (refund.State, failed.State));
        Assert.Equal((PaymentState.Paid, PaymentState.Refunded), (paid.State, refunded.State));
        Assert.All(new[] { gateway.Sent[1], gateway.Sent[4] }, body => Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{ "amount": { "currency": "EUR", "value": "25.00" } }"""), JsonNode.Parse(body))));
        Assert.True(gateway.IsFinished);
    }

    [Fact]
    public async Task A_repeated_refund_is_refused_and_the_payment_stays_paid()
    {
        const string Duplicate = """{ "status": 409, "title": "Conflict", "detail": "A duplicate refund has been detected", "_links": {} }""";
        using var gateway = new Playback(
            (Payment, 200, Playback.Paid("0.00", "25.00")),
            (Refunds, 201, Playback.Refund("pending", "5.00")),
            (Refunds, 409, Duplicate),
            (Payment, 200, Playback.Paid("5.00", "20.00")));
        var payment = await gateway.Client.QueryAsync<IdealPayment>("tr_7UhSN1zuXS");
        var part = new MolliePartialRefundRequest { Amount = Money.FromMajor(5, "EUR") };

        await gateway.Client.PartialRefundAsync(payment, part);
        var refused = await Assert.ThrowsAsync<ApmGatewayException>(() => gateway.Client.PartialRefundAsync(payment, part));
        var after = await gateway.Client.QueryAsync<IdealPayment>(payment.Self!);

        Assert.Equal("A duplicate refund has been detected", refused.GatewayMessage);
        Assert.Equal((PaymentState.Paid, Money.FromMajor(5, "EUR")), (after.State, after.RefundedValue));
    }

    [Fact]
    public async Task An_authorized_payment_is_captured_in_two_parts()
    {
        const string Captures = "POST /v2/payments/tr_7UhSN1zuXS/captures";
        using var gateway = new Playback(
            (Payment, 200, Playback.Payment("authorized")),
            (Captures, 201, Capture("pending", "10.00")),
            ("GET /v2/payments/tr_7UhSN1zuXS/captures/cpt_vytxeTZskV", 200, Capture("succeeded", "10.00")),
            (Captures, 201, Capture("pending", "15.00")),
            (Payment, 200, Playback.Payment("paid", """ "amountCaptured": { "value": "25.00", "currency": "EUR" }, """)));
        var payment = await gateway.Client.QueryAsync<KlarnaPayment>("tr_7UhSN1zuXS");

        var first = await gateway.Client.PartialSettleAsync(payment, new MolliePartialSettleRequest { Amount = Money.FromMajor(10, "EUR") });
        var captured = await gateway.Client.QueryCaptureAsync(payment.Self!, first.Id!);
        var rest = await gateway.Client.SettleAsync(payment);
        var paid = await gateway.Client.QueryAsync<KlarnaPayment>(payment.Self!);

        Assert.Equal(PaymentState.Authorized, payment.State);
        Assert.Equal((CaptureState.Pending, CaptureState.Succeeded, CaptureState.Pending), (first.State, captured.State, rest.State));
        Assert.Equal((PaymentState.Paid, Money.FromMajor(25, "EUR")), (paid.State, paid.CapturedValue));
    }

    private static string Capture(string status, string amount) => $$"""
        {
          "resource": "capture", "id": "cpt_vytxeTZskV", "mode": "test", "amount": { "value": "{{amount}}", "currency": "EUR" },
          "status": "{{status}}", "paymentId": "tr_7UhSN1zuXS", "createdAt": "2026-11-03T11:50:58+00:00"
        }
        """;
}

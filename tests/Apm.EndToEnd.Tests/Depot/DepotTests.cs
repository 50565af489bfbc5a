using System.Net;
using System.Text;
using System.Text.Json;

namespace Apm.EndToEnd.Tests.Depot;

/// <summary>Refunds, captures and acknowledgements are read as what they are, and the payment stays what it was.</summary>
public class DepotTests
{
    private static readonly Money s_total = new(30_00, "EUR");

    [Fact]
    public async Task A_paid_payment_stays_paid_through_a_partial_refund_and_a_failed_one()
    {
        using var shop = new DepotShop();
        var payment = await shop.PaidAsync(s_total);
        Assert.Equal((PaymentState.Paid, s_total, s_total, null), (payment.State, payment.Value, payment.CapturedValue, payment.RefundedValue));

        var refund = await shop.Client.PartialRefundAsync(payment, new() { Sum = new(10_00, "EUR"), Remark = "broken" });

        Assert.Equal(
            (RefundState.Pending, DepotRefundStatus.Queued, new Money(10_00, "EUR"), payment.Number),
            (refund.State, refund.Status, refund.Value, refund.PaymentId));
        Assert.Equal(PaymentState.Paid, payment.State);
        var after = await shop.Client.QueryAsync<CratePayment>(payment.Self!);
        Assert.Equal((payment.Number, PaymentState.Paid, new Money(10_00, "EUR")), (after.Number, after.State, after.RefundedValue));
        Assert.Equal(RefundState.Succeeded, (await shop.Client.QueryRefundAsync(payment.Number, refund.Id)).State);

        var failed = await shop.Client.RefundAsync(after);
        Assert.Equal(new Money(20_00, "EUR"), failed.Value);
        shop.Gateway.ChangeResult(failed.Id, "bounced");

        Assert.Equal(RefundState.Failed, (await shop.Client.QueryRefundAsync(payment.Number, failed.Id)).State);
        after = await shop.Client.QueryAsync<CratePayment>(payment.Self!);
        Assert.Equal((PaymentState.Paid, new Money(10_00, "EUR")), (after.State, after.RefundedValue));
        Assert.Equal(10_00, shop.Sandbox.Refunded);
        Assert.Equal(["arrived", "bounced"], shop.Sandbox.Results.Select(result => result.Status));
    }

    [Fact]
    public async Task A_payment_of_which_all_is_refunded_keeps_its_status_and_is_refunded()
    {
        using var shop = new DepotShop();
        var payment = await shop.PaidAsync(s_total);

        await shop.Client.RefundAsync(payment, new() { Remark = "wrong" });
        payment = await shop.Client.QueryAsync<CratePayment>(payment.Self!);

        Assert.Equal((DepotPhase.Taken, PaymentState.Refunded), (payment.Phase, payment.State));
        Assert.Equal(Specs.PaymentState.Refunded, shop.Sandbox.State);
    }

    /// <summary>At a gateway with a status for it, a payment is refunded while all of its refunds have succeeded.</summary>
    [Fact]
    public async Task A_payment_is_refunded_until_one_of_its_refunds_fails()
    {
        using var shop = new DepotShop("  refunded: [returned]\n");
        var payment = await shop.PaidAsync(s_total);
        var first = await shop.Client.PartialRefundAsync(payment, new() { Sum = new(10_00, "EUR"), Remark = "broken" });
        var second = await shop.Client.RefundAsync(payment);

        shop.Gateway.ChangeResult(second.Id, "arrived");
        Assert.Equal("taken", shop.Sandbox.Status);
        shop.Gateway.ChangeResult(first.Id, "arrived");
        Assert.Equal("returned", shop.Sandbox.Status);
        shop.Gateway.ChangeResult(first.Id, "bounced");

        Assert.Equal(("taken", 20_00L), (shop.Sandbox.Status, shop.Sandbox.Refunded));
    }

    [Fact]
    public async Task A_refund_that_is_queued_can_be_cancelled()
    {
        using var shop = new DepotShop();
        var payment = await shop.PaidAsync(s_total);
        var refund = await shop.Client.RefundAsync(payment);

        await shop.Client.CancelRefundAsync(payment.Number, refund.Id);

        Assert.Equal(0, shop.Sandbox.Refunded);
        Assert.Equal(RefundState.Cancelled, (await shop.Client.QueryRefundAsync(payment.Number, refund.Id)).State);
        Assert.Equal(PaymentState.Paid, (await shop.Client.QueryAsync(payment.Self!)).State);
        await Assert.ThrowsAsync<ApmGatewayException>(() => shop.Client.CancelRefundAsync(payment.Number, refund.Id));
        await Assert.ThrowsAsync<ApmGatewayException>(() => shop.Client.QueryRefundAsync("another", refund.Id));
    }

    [Fact]
    public async Task A_request_of_a_method_of_its_own_results_in_a_refund_too()
    {
        using var shop = new DepotShop();
        var payment = await shop.PaidAsync(s_total);

        DepotRefund refund = await shop.Client.PartialRefundAsync(payment, new CratePartialRefundRequest { Sum = new(1_00, "EUR"), Remark = "r" });

        Assert.Equal("sandbox-remark", refund.Remark);
    }

    [Fact]
    public async Task An_authorization_is_captured_in_part_and_then_whole()
    {
        using var shop = new DepotShop();
        var payment = await shop.HeldAsync(s_total);

        await shop.Client.PartialSettleAsync(payment, new() { Sum = new(5_00, "EUR") });
        var captured = await shop.Client.QueryAsync<PalletPayment>(payment.Self!);
        Assert.Equal((PaymentState.Authorized, PaymentState.Paid, new Money(5_00, "EUR")), (payment.State, captured.State, captured.CapturedValue));

        var other = await shop.HeldAsync(s_total);
        var capture = await shop.Client.SettleAsync(other);
        Assert.Equal((CaptureState.Pending, s_total), (capture.State, capture.Value));
        await shop.Client.QueryAsync(other.Self!);
        Assert.Equal(CaptureState.Succeeded, (await shop.Client.QueryCaptureAsync(capture.Id)).State);
    }

    [Fact]
    public async Task A_cancellation_is_acknowledged_and_the_payment_shows_its_outcome()
    {
        using var shop = new DepotShop();
        var payment = await shop.HeldAsync(s_total);

        var acknowledgement = await shop.Client.CancelAsync(payment);

        Assert.NotEmpty(acknowledgement.Id);
        Assert.NotEqual(payment.Number, acknowledgement.Id);
        Assert.Equal(PaymentState.Authorized, payment.State);
        Assert.Equal(PaymentState.Cancelled, (await shop.Client.QueryAsync(payment.Self!)).State);
    }

    [Theory]
    [InlineData("queued", RefundState.Pending)]
    [InlineData("arrived", RefundState.Succeeded)]
    [InlineData("bounced", RefundState.Failed)]
    [InlineData("withdrawn", RefundState.Cancelled)]
    [InlineData("lost at sea", RefundState.Unknown)]
    public void A_status_has_the_state_of_the_spec(string phase, RefundState state)
    {
        var refund = DepotRefund.Parse($$"""{"order":7,"return":{"number":41,"attempts":2,"phase":"{{phase}}"} }""");

        Assert.Equal(("41", phase, state, "7", 2), (refund.Id, refund.Status.Value, refund.State, refund.PaymentId, refund.Attempts));
        Assert.Null(refund.Value);
        Assert.Equal(refund.RawJson, JsonSerializer.Serialize(refund, DepotJson.DepotRefund));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"return":{"phase":"queued"}}""")]
    [InlineData("""{"return":{"number":"","phase":"queued"}}""")]
    [InlineData("""{"return":{"number":"41"}} x""")]
    public async Task The_outcome_of_a_refund_without_an_id_is_not_known(string body)
    {
        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => RefundAsync(HttpStatusCode.Created, body));

        Assert.True(unknown.MoneyMayHaveMoved);
        Assert.Equal("O-7", unknown.Self);
        Assert.ThrowsAny<JsonException>(() => DepotRefund.Parse(body.Length == 0 ? "1" : body));
    }

    [Fact]
    public async Task A_refund_that_is_refused_is_an_error_of_the_gateway()
    {
        var error = await Assert.ThrowsAsync<ApmGatewayException>(() => RefundAsync(HttpStatusCode.NotFound, """{"error":"noSuchThing"}"""));

        Assert.Equal(("noSuchThing", PaymentOperation.Refund), (error.ErrorName, error.Operation));
    }

    [Fact]
    public void A_refund_withholds_its_response()
    {
        var refund = DepotRefund.Parse("""{"return":{"number":"41","phase":"queued","remark":"for Ann"}}""");

        Assert.Equal("DepotRefund { Id = 41, Status = queued }", refund.ToString());
        Assert.Equal("for Ann", refund.Remark);
    }

    private static async Task<DepotRefund> RefundAsync(HttpStatusCode status, string body)
    {
        using var http = ApmHttpHandler.CreateClient(new Answer(status, body));
        var client = new DepotClient(http, new DepotClientOptions { Token = "token" });
        return await client.RefundAsync(CratePayment.Parse("""{"number":"O-7","phase":"taken"}"""));
    }

    private sealed class Answer(HttpStatusCode status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}

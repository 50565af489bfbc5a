using Apm.Sandbox;

namespace Apm.EndToEnd.Tests;

/// <summary>After an unknown outcome: the same reference again, and one payment in the end.</summary>
public class RecoveryTests
{
    [Fact]
    public async Task An_answer_lost_before_the_decision_leaves_no_payment_and_the_same_reference_pays()
    {
        await using var shop = await Shop.OpenAsync();
        var request = Orders.Valid();
        shop.Sandbox.Faults.DropNextResponse(FaultMoment.BeforeDecision);

        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(request));

        Assert.True(unknown.MoneyMayHaveMoved);
        Assert.Equal(request.TransactionReference, unknown.TransactionReference);
        var payment = await shop.Client.PayAsync(request);
        Assert.Equal(PaymentState.Pending, payment.State);
        Assert.Single(shop.Sandbox.Gateway.Payments);
    }

    [Fact]
    public async Task An_answer_lost_after_the_decision_is_a_duplicate_the_second_time()
    {
        await using var shop = await Shop.OpenAsync();
        var request = Orders.Valid();
        shop.Sandbox.Faults.DropNextResponse(FaultMoment.AfterDecision);
        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(request));

        var duplicate = await Assert.ThrowsAsync<ApmGatewayException>(() => shop.Client.PayAsync(request));

        Assert.True(duplicate.IsDuplicateReference);
        Assert.Equal(request.TransactionReference, Assert.Single(shop.Sandbox.Gateway.Payments).Reference);
    }

    [Fact]
    public async Task A_server_error_leaves_the_outcome_unknown()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Sandbox.Faults.FailNext(503);

        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(Orders.Valid()));

        Assert.IsType<ApmGatewayException>(unknown.InnerException);
    }

    [Fact]
    public async Task After_an_unknown_refund_the_self_link_tells()
    {
        await using var shop = await Shop.OpenAsync();
        var payment = await shop.PaidAsync();
        shop.Sandbox.Faults.DropNextResponse(FaultMoment.AfterDecision);

        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.RefundAsync(payment));

        Assert.Equal(payment.Self, unknown.Self);
        var now = await shop.Client.QueryAsync<AlipayHkPayment>(unknown.Self!);
        Assert.True(now.State is PaymentState.RefundPending or PaymentState.Refunded);
        Assert.Equal(1, shop.Sandbox.Received["refund"]);
    }
}

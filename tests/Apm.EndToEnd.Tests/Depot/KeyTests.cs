using Apm.Sandbox;

namespace Apm.EndToEnd.Tests.Depot;

/// <summary>A request whose response is lost is sent again with its idempotency key, and the gateway carries it out once.</summary>
public class KeyTests
{
    private static readonly Money s_total = new(30_00, "EUR");

    [Theory]
    [InlineData(FaultMoment.BeforeDecision)]
    [InlineData(FaultMoment.AfterDecision)]
    public async Task A_payment_is_made_once_wherever_its_response_is_lost(FaultMoment moment)
    {
        using var shop = new DepotShop();
        Lose(shop, PaymentOperation.Pay, moment);

        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(Request(), idempotencyKey: "order-key-1"));
        Assert.Equal((ApmRecovery.RepeatWithKey, "order-key-1"), (unknown.Recovery, unknown.IdempotencyKey));
        var payment = await shop.Client.RepeatAsync<CratePayment>(unknown);
        var again = await shop.Client.RepeatAsync<CratePayment>(unknown);

        Assert.Equal(payment.RawJson, again.RawJson);
        Assert.Equal(payment.Number, Assert.Single(shop.Gateway.Payments).Id);
    }

    [Fact]
    public async Task A_refund_is_made_once_and_two_refunds_are_two()
    {
        using var shop = new DepotShop();
        var payment = await shop.PaidAsync(s_total);
        Lose(shop, PaymentOperation.PartialRefund, FaultMoment.AfterDecision);
        var request = new CratePartialRefundRequest { Sum = new(5_00, "EUR"), Remark = "broken" };

        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PartialRefundAsync(payment, request));
        var refund = await shop.Client.RepeatAsync<DepotRefund>(unknown);
        Assert.Equal((RefundState.Pending, 5_00), (refund.State, shop.Sandbox.Refunded));
        await shop.Client.PartialRefundAsync(payment, request);

        Assert.Equal(10_00, shop.Sandbox.Refunded);
        await Assert.ThrowsAsync<ArgumentException>(() => shop.Client.RepeatAsync<CratePayment>(unknown));
    }

    [Fact]
    public async Task An_operation_without_a_result_is_repeated_without_one()
    {
        using var shop = new DepotShop();
        var payment = await shop.HeldAsync(s_total);
        Lose(shop, PaymentOperation.PartialSettle, FaultMoment.AfterDecision);

        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PartialSettleAsync(payment, new() { Sum = new(5_00, "EUR") }));
        await shop.Client.RepeatAsync(unknown);

        Assert.Equal(5_00, shop.Sandbox.Captured);
    }

    [Fact]
    public async Task A_used_reference_is_not_refused_and_a_key_of_another_request_is()
    {
        using var shop = new DepotShop();
        var request = Request();
        await shop.Client.PayAsync(request, "key-1");

        var refused = await Assert.ThrowsAsync<ApmGatewayException>(() => shop.Client.PayAsync(request with { Total = new(1_00, "EUR") }, "key-1"));
        await shop.Client.PayAsync(request, "key-2");

        Assert.True(refused.IsKeyReused);
        Assert.Equal(2, shop.Gateway.Payments.Count);
    }

    private static CratePaymentRequest Request() => new() { Label = Orders.NewReference(), Total = s_total, Back = new("https://shop.example/back") };

    private static void Lose(DepotShop shop, string operation, FaultMoment moment) => shop.Gateway.Faults.DropNextResponse(moment, operation);
}

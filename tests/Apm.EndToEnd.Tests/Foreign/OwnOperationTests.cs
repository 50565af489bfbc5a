namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>Operations that only one gateway has, and the second call of a payment in two steps.</summary>
public class OwnOperationTests
{
    private static readonly CancellationToken s_token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_method_offers_an_operation_of_the_gateways_own()
    {
        var shop = new Slipway();
        var payment = await shop.HeldAsync(new(12_50, "EUR"));

        Assert.IsAssignableFrom<ISlipwayWithRelease>(payment);
        await shop.Client.ReleaseAsync(payment, s_token);
        var verified = await shop.Client.VerifyDepositsAsync(payment, new() { Deposits = [32, 45] }, s_token);

        Assert.Equal((1, 1), (shop.Gateway.Received["release"], shop.Gateway.Received["verify-deposits"]));
        Assert.Equal(PaymentState.Authorized, verified.State);
    }

    [Fact]
    public async Task Its_body_is_checked_before_it_is_sent()
    {
        var shop = new Slipway();
        var payment = await shop.HeldAsync(new(12_50, "EUR"));

        var code = "ABCDEF".ToLowerInvariant() + payment.Id;
        var exception = await Assert.ThrowsAsync<ApmValidationException>(
            () => shop.Client.VerifyDepositsAsync(payment, new() { Code = code }, s_token));

        Assert.Equal(["$.code"], exception.Violations.Select(violation => violation.Path));
        Assert.Equal(0, shop.Gateway.Received["verify-deposits"]);
    }

    [Fact]
    public async Task It_can_result_in_another_object()
    {
        var shop = new Slipway();
        var payment = await shop.HeldAsync(new(12_50, "EUR"));

        var extra = await shop.Client.ExtraRefundAsync(payment, new() { Amount = new(1_00, "EUR") }, s_token);

        Assert.Equal(RefundState.Pending, extra.State);
        Assert.Equal(0, shop.Gateway.Payments[0].Refunded);
    }

    [Fact]
    public async Task The_gateway_refuses_it_in_another_status()
    {
        var shop = new Slipway();
        var payment = await shop.HeldAsync(new(12_50, "EUR"));
        await shop.Client.SettleAsync(payment, cancellationToken: s_token);

        var exception = await Assert.ThrowsAsync<ApmGatewayException>(() => shop.Client.ReleaseAsync(payment, s_token));

        Assert.Equal("not_now", exception.ErrorName);
    }

    [Fact]
    public async Task A_lost_response_says_how_to_recover()
    {
        var shop = new Slipway();
        var payment = await shop.HeldAsync(new(12_50, "EUR"));
        shop.Gateway.Faults.DropNextResponse(Apm.Sandbox.FaultMoment.AfterDecision, "release");

        var exception = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.ReleaseAsync(payment, s_token));

        Assert.Equal(("release", ApmRecovery.QueryPayment), (exception.Operation, exception.Recovery));
    }

    [Fact]
    public async Task A_method_declares_the_body_of_the_second_call()
    {
        var shop = new Slipway();
        var payment = await shop.Client.PayAsync(
            new SloopPaymentRequest { Amount = new(5_00, "EUR"), Ref = Orders.NewReference(), Back = new("https://shop.example/back") },
            s_token);

        var masts = Environment.ProcessorCount + 100;
        await Assert.ThrowsAsync<ApmValidationException>(
            () => shop.Client.ConfirmAsync(payment, new() { Sloop = new() { Mast = masts } }, s_token));
        var confirmed = await shop.Client.ConfirmAsync(payment, new() { Sloop = new() { Mast = 2 } }, s_token);

        Assert.Equal(PaymentState.Paid, confirmed.State);
        Assert.IsNotAssignableFrom<ISlipwayWithRelease>(confirmed);
    }

    [Fact]
    public async Task A_method_narrows_the_body_of_an_operation_of_the_gateways_own()
    {
        var shop = new Slipway();
        var payment = await shop.Client.PayAsync(
            new SloopPaymentRequest { Amount = new(5_00, "EUR"), Ref = Orders.NewReference(), Back = new("https://shop.example/back") },
            s_token);

        var verified = await shop.Client.VerifyDepositsAsync(payment, new SloopVerifyDepositsRequest { Code = "ABCDEF" }, cancellationToken: s_token);

        Assert.Equal(PaymentState.Pending, verified.State);
    }
}

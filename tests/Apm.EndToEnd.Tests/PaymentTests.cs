using System.Net;
using Apm.Sandbox;

namespace Apm.EndToEnd.Tests;

public class PaymentTests
{
    [Fact]
    public async Task A_payment_is_made_authorized_and_paid()
    {
        await using var shop = await Shop.OpenAsync();
        var request = Orders.Valid();

        var payment = await shop.Client.PayAsync(request);

        Assert.Equal(PaymentState.Pending, payment.State);
        Assert.NotEmpty(payment.PaymentId);
        Assert.NotNull(payment.Self);

        var landing = await shop.Customer.AuthorizeAsync(payment.Redirect!);

        Assert.Equal(request.Instruction.PaymentInstrument.SuccessUrl, landing);
        var paid = await shop.Client.WaitForOutcomeAsync(payment);
        Assert.Equal(PaymentState.Paid, paid.State);
        Assert.Equal(payment.PaymentId, paid.PaymentId);
        var known = Assert.Single(shop.Sandbox.Gateway.Payments);
        Assert.Equal(
            (request.TransactionReference, request.Instruction.Value.MinorUnits, request.Instruction.Value.Currency),
            (known.Reference, known.Amount, known.Currency));
    }

    [Fact]
    public async Task A_payment_that_the_customer_does_not_make_fails()
    {
        await using var shop = await Shop.OpenAsync();
        var request = Orders.Valid();
        var payment = await shop.Client.PayAsync(request);

        var landing = await shop.Customer.FailAsync(payment.Redirect!);

        Assert.Equal(request.Instruction.PaymentInstrument.FailureUrl, landing);
        Assert.Equal(PaymentState.Failed, (await shop.Client.QueryAsync(payment.Self!)).State);
    }

    [Fact]
    public async Task A_payment_that_the_customer_leaves_stays_pending()
    {
        await using var shop = await Shop.OpenAsync();
        var request = Orders.Valid();
        var payment = await shop.Client.PayAsync(request);

        var landing = await shop.Customer.LeavePendingAsync(payment.Redirect!);

        Assert.Equal(request.Instruction.PaymentInstrument.PendingUrl, landing);
        Assert.Equal(PaymentState.Pending, (await shop.Client.QueryAsync<AlipayHkPayment>(payment.Self!)).State);
    }

    [Fact]
    public async Task A_paid_payment_is_refunded_in_parts_and_then_as_a_whole()
    {
        await using var shop = await Shop.OpenAsync();
        var request = Orders.Valid();
        var payment = await shop.PaidAsync(request);
        var part = new Money(2850, request.Instruction.Value.Currency);

        payment = await shop.Client.PartialRefundAsync(payment, new() { Value = part, Reference = "RETURN-1" });

        Assert.Equal(PaymentState.RefundPending, payment.State);
        Assert.Equal(part.MinorUnits, Assert.Single(shop.Sandbox.Gateway.Payments).Refunded);

        payment = await shop.Client.WaitForOutcomeAsync(payment, new() { FirstDelay = TimeSpan.FromMilliseconds(1) });
        await shop.Client.RefundAsync(payment);

        Assert.Equal(request.Instruction.Value.MinorUnits, Assert.Single(shop.Sandbox.Gateway.Payments).Refunded);
    }

    [Fact]
    public async Task More_than_was_paid_is_not_refunded()
    {
        await using var shop = await Shop.OpenAsync();
        var request = Orders.Valid();
        var payment = await shop.PaidAsync(request);

        var refused = await Assert.ThrowsAsync<ApmGatewayException>(() =>
            shop.Client.PartialRefundAsync(payment, new() { Value = request.Instruction.Value + new Money(1, request.Instruction.Value.Currency) }));

        Assert.False(refused.MoneyMayHaveMoved);
        Assert.Equal(0, Assert.Single(shop.Sandbox.Gateway.Payments).Refunded);
    }

    [Fact]
    public async Task A_refund_before_the_customer_paid_is_not_sent()
    {
        await using var shop = await Shop.OpenAsync();
        var payment = await shop.Client.PayAsync(Orders.Valid());
        shop.Sandbox.Received.Clear();

        var refused = await Assert.ThrowsAsync<ApmActionUnavailableException>(() => shop.Client.RefundAsync(payment));

        Assert.False(refused.MoneyMayHaveMoved);
        Assert.Equal(0, shop.Sandbox.Received.Total);
    }

    [Fact]
    public async Task A_request_that_breaks_the_spec_is_not_sent()
    {
        await using var shop = await Shop.OpenAsync();

        var refused = await Assert.ThrowsAsync<ApmValidationException>(() => shop.Client.PayAsync(Orders.Valid().With(new Money(100, "USD"))));

        Assert.Equal("$.instruction.value.currency", Assert.Single(refused.Violations).Path);
        Assert.False(refused.MoneyMayHaveMoved);
        Assert.Equal(0, shop.Sandbox.Received.Total);
    }

    [Fact]
    public async Task A_reference_is_used_once()
    {
        await using var shop = await Shop.OpenAsync();
        var request = Orders.Valid();
        await shop.Client.PayAsync(request);

        var refused = await Assert.ThrowsAsync<ApmGatewayException>(() => shop.Client.PayAsync(request));

        Assert.True(refused.IsDuplicateReference);
        Assert.NotNull(refused.CorrelationId);
        Assert.Single(shop.Sandbox.Gateway.Payments);
    }

    [Fact]
    public async Task Wrong_credentials_are_refused()
    {
        await using var sandbox = await SandboxServer.StartAsync();
        var client = new WorldpayClient(new() { BaseAddress = sandbox.BaseAddress, UserName = sandbox.UserName, Password = "wrong" });

        var refused = await Assert.ThrowsAsync<ApmGatewayException>(() => client.PayAsync(Orders.Valid()));

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.False(refused.MoneyMayHaveMoved);
    }

    [Fact]
    public async Task A_payment_that_the_gateway_does_not_know_is_an_error()
    {
        await using var shop = await Shop.OpenAsync();
        var payment = await shop.Client.PayAsync(Orders.Valid());

        var refused = await Assert.ThrowsAsync<ApmGatewayException>(() => shop.Client.QueryAsync(payment.Self![..^8] + "00000000"));

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.NotNull(refused.ErrorName);
    }

    [Fact]
    public async Task A_status_that_no_spec_lists_is_kept()
    {
        await using var shop = await Shop.OpenAsync();
        var payment = await shop.PaidAsync();
        shop.Sandbox.Gateway.ChangeStatus(payment.PaymentId, "somethingNew");

        payment = await shop.Client.QueryAsync<AlipayHkPayment>(payment.Self!);

        Assert.Equal("somethingNew", payment.LastEvent.Value);
        Assert.Equal(PaymentState.Unknown, payment.State);
    }

    [Fact]
    public async Task A_link_to_another_host_is_not_followed()
    {
        await using var shop = await Shop.OpenAsync();

        await Assert.ThrowsAnyAsync<ApmException>(() => shop.Client.QueryAsync("https://elsewhere.example/apmPayments/1"));

        Assert.Equal(0, shop.Sandbox.Received.Total);
    }

    [Fact]
    public async Task A_shop_tests_itself_against_the_gateway_in_process()
    {
        var gateway = new Gateway();
        using var http = ApmHttpHandler.CreateClient(gateway.CreateHandler());
        var client = new WorldpayClient(
            http,
            new()
            {
                BaseAddress = new("https://gateway.example"),
                UserName = gateway.Credentials.UserName,
                Password = gateway.Credentials.Password,
            }
        );
        var payment = await client.PayAsync(Orders.Valid());

        await gateway.Customer.AuthorizeAsync(payment.Redirect!);

        Assert.Equal(PaymentState.Paid, (await client.QueryAsync(payment.Self!)).State);
    }
}

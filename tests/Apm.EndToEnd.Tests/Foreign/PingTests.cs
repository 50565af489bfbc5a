using System.Net;
using System.Text.Json;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>Deliveries that are not signed and only name a payment, beside signed webhooks with the payment or the refund in them.</summary>
public sealed class PingTests
{
    [Fact]
    public async Task A_ping_is_queried_and_handled_if_the_state_or_an_amount_has_changed()
    {
        await using var shop = await OpenAsync();
        var payment = await PayAsync(shop, "A-1");
        await shop.Sandbox.Customer.AuthorizeAsync(payment.Redirect!);

        var paid = await shop.FirstAsync(IsPing);
        Assert.Equal((PaymentState.Paid, "A-1", new Money(10_00, "EUR")), (paid.State, paid.TransactionReference, paid.Value));
        Assert.Equal((payment.Id, payment.Id, ""), (paid.Payment!.Id, paid.PaymentLink, paid.Id));
        Assert.StartsWith("ping:", paid.UniqueId, StringComparison.Ordinal);

        // Repeated pings hand nothing over.
        Assert.Equal(HttpStatusCode.OK, await shop.SendFormAsync("id=" + payment.Id));
        Assert.Single(shop.Events, IsPing);

        var client = Client(shop);
        var refund = await client.RefundAsync(await client.QueryAsync<LanternPayment>(payment.Id));
        shop.Sandbox.Gateway.ChangeResult(refund.Id, "done");
        var returned = await shop.FirstAsync(one => IsPing(one) && one.State == PaymentState.Refunded);
        Assert.Equal(new Money(10_00, "EUR"), returned.Payment!.RefundedValue);

        // The refund fails, so the payment is paid again.
        shop.Sandbox.Gateway.ChangeResult(refund.Id, "refused");
        while (shop.Events.Count(one => IsPing(one) && one.State == PaymentState.Paid) < 2)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("id=bp_doesNotExist")]
    [InlineData("id=../bp_12345678")]
    [InlineData("id=rf_12345678")]
    [InlineData("id=bp_12345678%2F..")]
    [InlineData("other=bp_12345678")]
    [InlineData("id=bp_12345678&id=bp_87654321")]
    [InlineData("")]
    public async Task A_ping_of_a_payment_that_the_gateway_does_not_know_is_acknowledged(string form)
    {
        await using var shop = await OpenAsync();

        Assert.Equal(HttpStatusCode.OK, await shop.SendFormAsync(form));
        Assert.Empty(shop.Events);
    }

    [Fact]
    public async Task A_ping_is_not_acknowledged_if_the_query_or_the_handler_fails()
    {
        await using var shop = await OpenAsync();
        shop.Sandbox.Webhooks.SendTo(new Uri("http://127.0.0.1:9/nowhere"));
        var payment = await PayAsync(shop, "A-2");
        await shop.Sandbox.Customer.AuthorizeAsync(payment.Redirect!);

        shop.Fails = "A-2";
        Assert.Equal(HttpStatusCode.InternalServerError, await shop.SendFormAsync("id=" + payment.Id));
        shop.Fails = null;
        shop.Sandbox.Gateway.Faults.FailNext(500);
        Assert.Equal(HttpStatusCode.InternalServerError, await shop.SendFormAsync("id=" + payment.Id));
        Assert.Empty(shop.Events);
        Assert.Equal(HttpStatusCode.OK, await shop.SendFormAsync("id=" + payment.Id));
        Assert.Single(shop.Events);
    }

    [Fact]
    public async Task A_signed_webhook_contains_the_payment_or_the_refund()
    {
        await using var shop = await OpenAsync();
        var payment = await PayAsync(shop, "A-3");
        await shop.Sandbox.Customer.AuthorizeAsync(payment.Redirect!);

        var paid = await shop.FirstAsync(one => !IsPing(one));
        Assert.Equal((PaymentState.Paid, payment.Id, null), (paid.State, paid.PaymentLink, paid.Refund));
        Assert.Equal((payment.Id, PaymentState.Paid, new Money(10_00, "EUR")), (paid.Payment!.Id, paid.Payment.State, paid.Payment.Value));

        var client = Client(shop);
        var refund = await client.RefundAsync(await client.QueryAsync<LanternPayment>(payment.Id));
        shop.Sandbox.Gateway.ChangeResult(refund.Id, "done");
        var returned = await shop.FirstAsync(one => one.Refund?.State == RefundState.Succeeded);
        Assert.Equal((PaymentState.Unknown, payment.Id, null), (returned.State, returned.PaymentLink, returned.Payment));
        Assert.Equal((refund.Id, payment.Id, new Money(10_00, "EUR")), (returned.Refund!.Id, returned.Refund.PaymentId, returned.Refund.Value));
    }

    [Fact]
    public void An_object_of_another_kind_is_not_the_payment()
    {
        var dispute = BuoyEvent.Parse("""{"id":"E-1","type":"dispute.opened","data":{"id":"dp_12345678","status":"open","paymentId":"bp_12345678"}}""");
        Assert.Equal((PaymentState.Disputed, "bp_12345678", null), (dispute.State, dispute.PaymentLink, dispute.Payment));

        var other = BuoyEvent.Parse("""{"id":"E-2","type":"payment.paid","data":{"id":"bp_87654321","status":"paid","paymentId":"bp_12345678"}}""");
        Assert.Null(other.Payment);
        var payment = BuoyEvent.Parse("""{"id":"E-3","type":"payment.paid","data":{"id":"bp_87654321","status":"paid","paymentId":"rf_1"}}""");
        Assert.Equal(("bp_87654321", "bp_87654321"), (payment.PaymentLink, payment.Payment!.Id));
    }

    [Fact]
    public void A_response_about_another_object_is_an_error()
    {
        var problem = Assert.Throws<JsonException>(() => LanternPayment.Parse("""{"id":"rf_12345678","status":"queued"}"""));

        Assert.Contains("$.id does not have the form of a payment's id", problem.Message, StringComparison.Ordinal);
    }

    private static bool IsPing(BuoyEvent received) => received.Id.Length == 0;

    private static Task<WebhookShop<BuoyEvent>> OpenAsync() => WebhookShop<BuoyEvent>.OpenAsync(
        (services, sandbox) => services.AddBuoyClient(options =>
        {
            options.BaseAddress = sandbox.BaseAddress;
            options.Token = sandbox.Gateway.Credentials.Key;
        }),
        "buoy.api.yaml",
        "lantern.apm.yaml");

    private static BuoyClient Client(WebhookShop<BuoyEvent> shop) =>
        new(new BuoyClientOptions { BaseAddress = shop.Sandbox.BaseAddress, Token = shop.Sandbox.Gateway.Credentials.Key });

    private static async Task<LanternPayment> PayAsync(WebhookShop<BuoyEvent> shop, string order) =>
        await Client(shop).PayAsync(new LanternPaymentRequest { Amount = new(10_00, "EUR"), Order = order });
}

using System.Text;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>Webhooks about refunds and captures that the gateway has only acknowledged.</summary>
public sealed class FjordTests
{
    [Fact]
    public async Task The_outcome_of_a_capture_and_of_a_refund_comes_with_the_id_of_its_acknowledgement()
    {
        await using var shop = await WebhookShop<FjordEvent>.OpenAsync("fjord.api.yaml", "trawler.apm.yaml");
        var client = new FjordClient(new FjordClientOptions { BaseAddress = shop.Sandbox.BaseAddress, Token = shop.Sandbox.Gateway.Credentials.Key });
        var payment = await client.PayAsync(new TrawlerPaymentRequest { Amount = new(10_00, "EUR"), Order = "A-1" });
        await shop.Sandbox.Customer.AuthorizeAsync(payment.Redirect!);
        var held = await shop.FirstAsync();
        Assert.Equal((PaymentState.Authorized, payment.Number, null), (held.State, held.PaymentLink, held.Capture));

        var settled = await client.SettleAsync(payment);
        var captured = await shop.FirstAsync(one => one.Capture is not null);
        Assert.Equal(new WebhookCapture(settled.Id, CaptureState.Succeeded), captured.Capture);
        Assert.Equal((PaymentState.Unknown, payment.Number, "A-1"), (captured.State, captured.PaymentLink, captured.TransactionReference));

        var accepted = await client.RefundAsync(payment);
        var returned = await shop.FirstAsync(one => one.Refund is not null);
        Assert.Equal(new WebhookRefund(accepted.Id, RefundState.Succeeded), returned.Refund);
        Assert.Equal((PaymentState.Unknown, payment.Number), (returned.State, returned.PaymentLink));
    }

    [Fact]
    public async Task The_sandbox_sends_several_notifications_in_one_delivery()
    {
        await using var shop = await WebhookShop<FjordEvent>.OpenAsync("fjord.api.yaml", "trawler.apm.yaml");
        var client = new FjordClient(new FjordClientOptions { BaseAddress = shop.Sandbox.BaseAddress, Token = shop.Sandbox.Gateway.Credentials.Key });
        shop.Sandbox.Webhooks.CombineNext(2);
        foreach (var order in new[] { "A-1", "A-2" })
        {
            var payment = await client.PayAsync(new TrawlerPaymentRequest { Amount = new(10_00, "EUR"), Order = order });
            await shop.Sandbox.Customer.AuthorizeAsync(payment.Redirect!);
        }

        await shop.FirstAsync(one => one.TransactionReference == "A-2");
        Assert.Equal(["A-1", "A-2"], shop.Handled);
        var told = Assert.Single(shop.Sandbox.Gateway.Webhooks.All);
        Assert.Equal(2, FjordEvent.ParseAll(Encoding.UTF8.GetString(told.Body.Span)).Count);
    }

    [Theory]
    [InlineData("REFUND", "true", RefundState.Succeeded)]
    [InlineData("REFUND", "false", RefundState.Failed)]
    [InlineData("REFUND_LOST", "true", RefundState.Failed)]
    public void The_state_of_a_refund_depends_on_its_type_and_conditions(string kind, string fine, RefundState state)
    {
        var received = FjordEvent.Parse($$"""{"kind":"{{kind}}","number":"R-1","original":"P-1","order":"A-1","fine":"{{fine}}"}""");

        Assert.Equal((new WebhookRefund("R-1", state), PaymentState.Unknown, "P-1"), (received.Refund, received.State, received.PaymentLink));
        Assert.Null(FjordEvent.Parse($$"""{"kind":"{{kind}}","fine":"{{fine}}"}""").Refund);
    }
}

using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>Webhooks whose signature has a time, or is in the body over chosen members.</summary>
public sealed class ForeignWebhookTests
{
    [Fact]
    public async Task A_webhook_with_a_signed_time_is_received()
    {
        await using var shop = await WebhookShop<PontoonEvent>.OpenAsync("pontoon.api.yaml", "dinghy.apm.yaml");
        var client = new PontoonClient(new PontoonClientOptions { BaseAddress = shop.Sandbox.BaseAddress, Token = shop.Sandbox.Gateway.Credentials.Key });

        var payment = await client.PayAsync(new DinghyPaymentRequest { Units = new(12_50, "EUR"), Order = Orders.NewReference() });
        await shop.Sandbox.Customer.AuthorizeAsync(payment.Redirect!);

        var received = await shop.FirstAsync();
        Assert.Equal((PaymentState.Paid, payment.Reference, "dinghy"), (received.State, received.TransactionReference, received.Method));
        Assert.InRange(received.Timestamp!.Value, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(1));
    }

    [Fact]
    public async Task A_webhook_that_is_signed_in_its_body_is_received_and_answered_with_a_text()
    {
        await using var shop = await WebhookShop<WharfEvent>.OpenAsync("wharf.api.yaml", "barge.apm.yaml");
        var client = new WharfClient(new WharfClientOptions { BaseAddress = shop.Sandbox.BaseAddress, Token = shop.Sandbox.Gateway.Credentials.Key });

        var payment = await client.PayAsync(new BargePaymentRequest { Amount = new(10_00, "EUR"), Order = new() { Id = "A-7" }, Way = new(), Terms = true });
        await shop.Sandbox.Customer.FailAsync(payment.Redirect!);

        var received = await shop.FirstAsync();
        Assert.Equal((PaymentState.Failed, "A-7", new Money(10_00, "EUR")), (received.State, received.TransactionReference, received.Value));
        Assert.Matches("^CHANGE:[0-9a-f-]{36}:false$", received.Id);
        var told = shop.Sandbox.Gateway.Webhooks.All[^1];
        Assert.Equal(("", ""), (told.SignatureHeader, told.Signature));

        using var again = await shop.SendAsync(told.Body);
        Assert.Equal((HttpStatusCode.OK, "[accepted]"), (again.StatusCode, await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        var text = Encoding.UTF8.GetString(told.Body.Span);
        using var changed = await shop.SendAsync(Encoding.UTF8.GetBytes(text.Replace("\"amount\":1000", "\"amount\":1001", StringComparison.Ordinal)));
        Assert.Equal((HttpStatusCode.BadRequest, ""), (changed.StatusCode, await changed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_form_that_is_signed_by_RSA_is_received()
    {
        await using var shop = await WebhookShop<QuayEvent>.OpenAsync("quay.api.yaml", "skiff.apm.yaml", "dory.apm.yaml");
        var client = new QuayClient(new QuayClientOptions { BaseAddress = shop.Sandbox.BaseAddress, Token = shop.Sandbox.Gateway.Credentials.Key });

        var payment = await client.PayAsync(Quay.Skiff(new(10_00, "EUR")));
        await shop.Sandbox.Customer.AuthorizeAsync(payment.QrCode!);

        var received = await shop.FirstAsync();
        Assert.Equal((PaymentState.Paid, new Money(10_00, "EUR")), (received.State, received.Value));
        var told = shop.Sandbox.Gateway.Webhooks.All[^1];
        Assert.StartsWith("id=", Encoding.UTF8.GetString(told.Body.Span), StringComparison.Ordinal);
        using var again = await shop.SendAsync(told.Body, told.Signature);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        using var changed = await shop.SendAsync(told.Body[..^1], told.Signature);
        Assert.Equal(HttpStatusCode.BadRequest, changed.StatusCode);
    }

    [Fact]
    public async Task Notifications_of_one_delivery_are_handled_each_once_and_acknowledged_together()
    {
        await using var shop = await WebhookShop<WharfEvent>.OpenAsync("wharf.api.yaml", "barge.apm.yaml");
        var keys = shop.Sandbox.Webhooks.KeysOf(shop.Sandbox.Gateway.Apis[0]);
        var body = Delivery(keys, ["A-1", "A-2", "A-3"]);
        shop.Fails = "A-2";

        using var failed = await shop.SendAsync(body);
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Equal(["A-1", "A-3"], shop.Handled);
        using var refused = await shop.SendAsync(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace("A-3", "A-4", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        shop.Fails = null;
        using var handled = await shop.SendAsync(body);

        Assert.Equal(HttpStatusCode.OK, handled.StatusCode);
        Assert.Equal(["A-1", "A-3", "A-2"], shop.Handled);
        using var none = await shop.SendAsync(Encoding.UTF8.GetBytes("""{"notes":[]}"""));
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
    }

    private static byte[] Delivery(IReadOnlyDictionary<string, string> keys, string[] orders)
    {
        var items = orders.Select(order =>
        {
            var signed = Encoding.UTF8.GetBytes($"CHANGE:{order}-C:{order}:5:eur:true");
            var sign = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromHexString(keys.Values.Last()), signed));
            var note = $$"""{"kind":"CHANGE","charge":"{{order}}-C","order":"{{order}}","amount":5,"currency":"eur","fine":true}""";
            return $$$"""{"body":{"note":{{{note}}},"sign":"{{{sign}}}"}}""";
        });
        return Encoding.UTF8.GetBytes($$"""{"notes":[{{string.Join(',', items)}}]}""");
    }
}

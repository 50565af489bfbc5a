using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Apm.Tests.Webhooks;

/// <summary>Deliveries for which no handler is called, and what is logged about them.</summary>
public class WebhookProcessorRefusalTests
{
    [Fact]
    public async Task A_body_of_the_maximum_length_is_looked_at_and_a_longer_one_is_not()
    {
        await using var shop = new WebhookShop(options => options.MaxBodyBytes = WebhookShop.Body().Length);
        var longer = WebhookShop.Body() + " ";

        Assert.Equal(WebhookReceipt.Handled, await shop.DeliverAsync(_ => Task.CompletedTask));
        Assert.Equal(WebhookReceipt.TooLarge, await shop.DeliverUnhandledAsync(longer, WebhookShop.Sign(longer)));

        var line = Assert.Single(shop.Log);
        Assert.Equal((7, LogLevel.Warning), (line.Id.Id, line.Level));
        Assert.Contains($"more than {WebhookShop.Body().Length} bytes", line.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "missing")]
    [InlineData("", "missing")]
    [InlineData("c2lnbmF0dXJl", "wrong")]
    public async Task A_delivery_without_a_right_signature_is_refused(string? signature, string problem)
    {
        await using var shop = new WebhookShop();

        Assert.Equal(WebhookReceipt.WrongSignature, await shop.DeliverUnhandledAsync(WebhookShop.Body(), signature));

        var line = Assert.Single(shop.Log);
        Assert.Equal((4, LogLevel.Warning), (line.Id.Id, line.Level));
        Assert.Contains($"acme/1: a delivery was refused, because its signature is {problem}.", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_of_any_kind_are_logged_once_a_minute()
    {
        await using var shop = new WebhookShop(options => options.MaxBodyBytes = 100);
        var tooLong = new string(' ', 101);

        await shop.DeliverUnhandledAsync(WebhookShop.Body(), null);
        await shop.DeliverUnhandledAsync(tooLong, null);
        shop.Clock.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        await shop.DeliverUnhandledAsync(WebhookShop.Body(), null);
        Assert.Single(shop.Log);

        shop.Clock.Advance(TimeSpan.FromTicks(1));
        await shop.DeliverUnhandledAsync(tooLong, null);
        await shop.DeliverUnhandledAsync(WebhookShop.Body(), null);
        Assert.Equal([4, 7], shop.Log.Select(line => line.Id.Id));
    }

    [Fact]
    public async Task A_signed_body_that_is_no_JSON_object_is_acknowledged_and_logged_by_its_hash()
    {
        await using var shop = new WebhookShop();

        Assert.Equal(WebhookReceipt.Unreadable, await shop.DeliverUnhandledAsync("[\"Erika\"]", WebhookShop.Sign("[\"Erika\"]")));

        var line = Assert.Single(shop.Log);
        Assert.Equal((2, LogLevel.Error), (line.Id.Id, line.Level));
        Assert.Contains("a signed body of 9 bytes is not a JSON object", line.Message, StringComparison.Ordinal);
        Assert.EndsWith(Convert.ToHexString(SHA256.HashData("[\"Erika\"]"u8)) + ".", line.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Erika", line.Message + line.Exception, StringComparison.Ordinal);
    }
}

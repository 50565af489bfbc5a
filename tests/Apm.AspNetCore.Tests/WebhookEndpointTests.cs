using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Apm.AspNetCore.Tests;

/// <summary>Who is heard, and what the shop is handed.</summary>
public class WebhookEndpointTests
{
    [Fact]
    public async Task A_signed_event_is_handed_over_and_acknowledged()
    {
        await using var shop = await WebhookShop.OpenAsync();

        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body()));

        var received = Assert.Single(shop.Handled);
        Assert.Equal("evt-1", received.Id);
        Assert.Equal("ORDER-1", received.TransactionReference);
        Assert.Equal(WorldpayEventType.SentForSettlement, received.Type);
        Assert.Equal(PaymentState.Paid, received.State);
        Assert.Equal(new Money(12850, "HKD"), received.Value);
        Assert.Equal(new DateTimeOffset(2026, 6, 13, 14, 18, 13, 407, TimeSpan.Zero), received.Timestamp);
        Assert.Equal("Alipay HK", received.Method);
    }

    public static TheoryData<string[]> WrongSignatures => new(
    [
        [],
        [""],
        ["1/SHA256/"],
        [WebhookShop.Sign(WebhookShop.Body())],
        ["1/SHA256/" + WebhookShop.Sign(WebhookShop.Body(), "another secret")],
        ["1/SHA256/" + WebhookShop.Sign(WebhookShop.Body("evt-2"))],
        ["2/SHA256/" + WebhookShop.Sign(WebhookShop.Body())],
        ["1/SHA512/" + WebhookShop.Sign(WebhookShop.Body())],
        ["1/SHA256/" + WebhookShop.Sign(WebhookShop.Body())[..32]],
        ["1/SHA256/" + WebhookShop.Sign(WebhookShop.Body()) + "00"],
        [string.Join(',', Enumerable.Repeat("1/SHA256/00", 16)) + ",1/SHA256/" + WebhookShop.Sign(WebhookShop.Body())],
        [new string('x', 5000) + ",1/SHA256/" + WebhookShop.Sign(WebhookShop.Body())],
    ]);

    [Theory]
    [MemberData(nameof(WrongSignatures))]
    public async Task Anybody_else_is_refused(string[] signatures)
    {
        await using var shop = await WebhookShop.OpenAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await shop.DeliverAsync(WebhookShop.Body(), signatures));
        Assert.Empty(shop.Handled);
    }

    [Fact]
    public async Task Deliveries_with_a_wrong_signature_are_logged_once_a_minute()
    {
        var clock = new FakeTimeProvider();
        var log = new LoggedLines();
        await using var shop = await WebhookShop.OpenAsync(services =>
            services.AddSingleton<TimeProvider>(clock).AddLogging(logging => logging.AddProvider(log)));

        await shop.DeliverAsync(WebhookShop.Body(), "1/SHA256/00");
        await shop.DeliverAsync(WebhookShop.Body(), "1/SHA256/00");
        Assert.Contains("signature is wrong", Assert.Single(log.Warnings), StringComparison.Ordinal);

        clock.Advance(TimeSpan.FromMinutes(1));
        await shop.DeliverAsync(WebhookShop.Body(), []);
        Assert.Contains("signature is missing", log.Warnings.Last(), StringComparison.Ordinal);
        Assert.DoesNotContain(log.Warnings, line => line.Contains("ORDER-1", StringComparison.Ordinal) || line.Contains("/00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_keys_change_one_right_signature_is_enough_wherever_it_stands()
    {
        await using var shop = await WebhookShop.OpenAsync(options: events => events.Keys["2"] = "the next secret");
        var (old, next, wrong) = ("1/SHA256/", "2/sha256/", "3/SHA256/00");

        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body("a"), $"{wrong}, {old}{WebhookShop.Sign(WebhookShop.Body("a"))}"));
        Assert.Equal(
            HttpStatusCode.OK,
            await shop.DeliverAsync(WebhookShop.Body("b"), $"{next}{WebhookShop.Sign(WebhookShop.Body("b"), "the next secret").ToUpperInvariant()},{wrong}"));
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body("c"), wrong, old + WebhookShop.Sign(WebhookShop.Body("c"))));
        Assert.Equal(["a", "b", "c"], shop.Handled.Select(received => received.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("Erika Mustermann")]
    [InlineData("tErika_Mustermann")]
    [InlineData("{\"eventId\":\"1\"")]
    public async Task What_is_signed_and_not_a_JSON_object_is_logged_and_acknowledged(string body)
    {
        var log = new LoggedLines();
        await using var shop = await WebhookShop.OpenAsync(services => services.AddLogging(logging => logging.AddProvider(log)));

        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(body));

        Assert.Empty(shop.Handled);
        var line = Assert.Single(log.Errors);
        Assert.Contains(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body))), line, StringComparison.Ordinal);
        Assert.DoesNotContain("Mustermann", line, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, await shop.DeliverAsync(body, "1/SHA256/00"));
    }

    [Theory]
    [InlineData("{\"eventId\":\"1\"}", "1")]
    [InlineData("{\"eventId\":1,\"eventDetails\":{\"type\":7}}", "1")]
    [InlineData("{\"eventDetails\":{\"type\":\"settled\"}}", "")]
    [InlineData("{\"eventId\":\"a\\u0000\"}", "")]
    [InlineData("{}", "")]
    public async Task An_event_that_lacks_its_id_or_type_is_handled_once_and_acknowledged(string body, string id)
    {
        await using var shop = await WebhookShop.OpenAsync();

        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(body));
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(body));
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(body + " "));

        Assert.Equal(id.Length > 0 ? 1 : 2, shop.Handled.Count);
        Assert.All(shop.Handled, received => Assert.Equal(id, received.Id));
    }

    [Fact]
    public async Task An_event_with_a_byte_order_mark_is_heard()
    {
        await using var shop = await WebhookShop.OpenAsync();

        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync("\uFEFF" + WebhookShop.Body()));
        Assert.Equal("ORDER-1", Assert.Single(shop.Handled).TransactionReference);
    }

    [Fact]
    public async Task An_event_of_another_shape_is_heard_as_unknown()
    {
        await using var shop = await WebhookShop.OpenAsync();

        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync("""
            {"eventId":"e2","eventTimestamp":"2026-06-13T14:18:13.407","eventDetails":{"classification":"payment","transactionReference":"R1",
            "tokenCreatedAt":"2026-06-13T14:18:13Z","paymentInstrument":{"method":"klarna","countryCode":"GB"},"productType":"payLater"}}
            """));

        var received = Assert.Single(shop.Handled);
        Assert.Equal(("e2", "R1", "klarna"), (received.Id, received.TransactionReference, received.Method));
        Assert.Equal((new WorldpayEventType(""), PaymentState.Unknown), (received.Type, received.State));
        Assert.True(received.TryGetMember("eventDetails.productType", out _));
    }

    [Fact]
    public async Task A_member_without_a_name_keeps_no_event_from_being_heard()
    {
        await using var shop = await WebhookShop.OpenAsync();

        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body()[..^2] + ""","\ud800abcdefghijklmnop":1}"""));
        Assert.Equal("ORDER-1", Assert.Single(shop.Handled).TransactionReference);
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_refused_and_logged_once_a_minute()
    {
        var log = new LoggedLines();
        await using var shop = await WebhookShop.OpenAsync(
            services => services.AddLogging(logging => logging.AddProvider(log)),
            events => events.MaxBodyBytes = 400);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await shop.DeliverAsync(WebhookShop.Body() + new string(' ', 400)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await shop.DeliverAsync(WebhookShop.Body() + new string(' ', 400_000)));
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body()));
        Assert.Single(shop.Handled);
        Assert.Contains("more than 400 bytes", Assert.Single(log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_may_ask_for_a_service_of_its_own_scope()
    {
        await using var shop = await WebhookShop.StartAsync(
            services => services.AddScoped<Orders>().AddApmWebhooks<WorldpayEvent>(events => events.Keys["1"] = WebhookShop.Secret),
            app => app.MapApmWebhooks("/events", (WorldpayEvent received, Orders orders, CancellationToken _) => orders.ApplyAsync(received)));

        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body()));
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body("evt-2")));
    }

    [Fact]
    public async Task A_further_merchant_has_keys_and_a_memory_of_its_own()
    {
        var handled = new List<string>();
        await using var shop = await WebhookShop.StartAsync(
            services => services
                .AddApmWebhooks<WorldpayEvent>("other", events => events.Keys["1"] = WebhookShop.Secret)
                .AddApmWebhooks<WorldpayEvent>(events => events.Keys["1"] = "not this one"),
            app =>
            {
                app.MapApmWebhooks<WorldpayEvent>("/events", "other", (received, _) =>
                {
                    handled.Add(received.Id);
                    return Task.CompletedTask;
                });
                app.MapApmWebhooks<WorldpayEvent>("/first", (_, _) => Task.CompletedTask);
            });

        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body()));
        Assert.Equal(["evt-1"], handled);
    }

    private sealed class Orders : IDisposable
    {
        private bool _isDisposed;

        public async Task ApplyAsync(WorldpayEvent received)
        {
            await Task.Yield();
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            Assert.Equal(PaymentState.Paid, received.State);
        }

        public void Dispose() => _isDisposed = true;
    }
}

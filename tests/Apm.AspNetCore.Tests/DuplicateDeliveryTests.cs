using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Apm.AspNetCore.Tests;

/// <summary>An event is handled until that succeeds, and then no more.</summary>
public class DuplicateDeliveryTests
{
    [Fact]
    public async Task A_repeated_event_is_acknowledged_and_not_handled_again()
    {
        await using var shop = await WebhookShop.OpenAsync();

        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body()));
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body()));
        Assert.Single(shop.Handled);
    }

    [Fact]
    public async Task An_event_whose_handler_failed_is_handled_at_the_next_delivery()
    {
        var fails = true;
        await using var shop = await WebhookShop.OpenAsync(
            handler: (_, _) => fails ? throw new InvalidOperationException("The database is away.") : Task.CompletedTask);

        Assert.Equal(HttpStatusCode.InternalServerError, await shop.DeliverAsync(WebhookShop.Body()));
        fails = false;
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body()));
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body()));
        Assert.Equal(2, shop.Handled.Count);
    }

    [Fact]
    public async Task Deliveries_at_the_same_time_are_handled_once_and_all_acknowledged()
    {
        var end = new TaskCompletionSource();
        await using var shop = await WebhookShop.OpenAsync(handler: (_, _) => end.Task);
        var deliveries = Enumerable.Range(0, 5).Select(_ => shop.DeliverAsync(WebhookShop.Body())).ToList();
        await Waiting.Until(() => shop.Handled.Count > 0);
        end.SetResult();

        Assert.All(await Task.WhenAll(deliveries), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Single(shop.Handled);
    }

    [Fact]
    public async Task Instances_that_share_a_store_share_what_is_handled()
    {
        var store = new InMemoryProcessedEventStore();
        var end = new TaskCompletionSource();
        await using var one = await WebhookShop.OpenAsync(services => services.AddSingleton<IProcessedEventStore>(store), handler: (_, _) => end.Task);
        await using var two = await WebhookShop.OpenAsync(services => services.AddSingleton<IProcessedEventStore>(store));

        var first = one.DeliverAsync(WebhookShop.Body());
        await Waiting.Until(() => one.Handled.Count > 0);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await two.DeliverAsync(WebhookShop.Body()));
        end.SetResult();

        Assert.Equal(HttpStatusCode.OK, await first);
        Assert.Equal(HttpStatusCode.OK, await two.DeliverAsync(WebhookShop.Body()));
        Assert.Empty(two.Handled);
    }

    [Fact]
    public async Task Of_two_instances_that_are_told_at_the_same_time_one_handles_the_event()
    {
        var store = new InMemoryProcessedEventStore();
        await using var one = await WebhookShop.OpenAsync(services => services.AddSingleton<IProcessedEventStore>(store));
        await using var two = await WebhookShop.OpenAsync(services => services.AddSingleton<IProcessedEventStore>(store));

        for (var round = 0; round < 20; round++)
        {
            var body = WebhookShop.Body("evt-" + round);
            var statuses = await Task.WhenAll(one.DeliverAsync(body), two.DeliverAsync(body));

            Assert.Contains(HttpStatusCode.OK, statuses);
            Assert.All(statuses, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable));
            Assert.Equal(round + 1, one.Handled.Count + two.Handled.Count);
        }
    }

    [Fact]
    public async Task Each_endpoint_and_each_service_is_handed_every_event()
    {
        var store = new InMemoryProcessedEventStore();
        var handled = new List<string>();
        await using var shop = await OpenAsync(null);
        await using var ledger = await OpenAsync("ledger");

        foreach (var opened in new[] { shop, ledger, shop, ledger })
        {
            foreach (var path in new[] { "/orders", "/mails", "/group/mails", "/named" })
            {
                Assert.Equal(HttpStatusCode.OK, await opened.DeliverToAsync(path, WebhookShop.Body()));
            }
        }

        Assert.Equal(
            ["ledger/group/mails", "ledger/mails", "ledger/named", "ledger/orders", "shop/group/mails", "shop/mails", "shop/named", "shop/orders"],
            handled.Order(StringComparer.Ordinal));

        Task<WebhookShop> OpenAsync(string? consumer) => WebhookShop.StartAsync(
            services => services.AddSingleton<IProcessedEventStore>(store).AddApmWebhooks<WorldpayEvent>(events =>
            {
                events.Keys["1"] = WebhookShop.Secret;
                events.Consumer = consumer;
            }),
            app =>
            {
                var name = consumer ?? "shop";
                app.MapApmWebhooks("/orders", Handler(name + "/orders"));
                app.MapApmWebhooks("/mails", Handler(name + "/mails"));
                app.MapGroup("/group").MapApmWebhooks("/mails", Handler(name + "/group/mails"));
                app.MapApmWebhooks("/named", Handler(name + "/named")).WithName("a name");
            });

        Func<WorldpayEvent, CancellationToken, Task> Handler(string name) => (_, _) =>
        {
            handled.Add(name);
            return Task.CompletedTask;
        };
    }

    [Theory]
    [InlineData("hosts", "/webhooks")]
    [InlineData("branches", "/b/webhooks")]
    [InlineData("one name", "/others")]
    public async Task Two_endpoints_that_the_store_cannot_tell_apart_are_an_error(string kind, string second)
    {
        await using var shop = await TwoAsync(kind, null, () => { });
        await shop.DeliverToAsync("/a/webhooks", WebhookShop.Body());

        Assert.Equal(HttpStatusCode.InternalServerError, await shop.DeliverToAsync(second, WebhookShop.Body()));
    }

    [Fact]
    public async Task The_error_of_two_endpoints_says_what_to_do_and_leaves_the_rest_of_the_shop_alone()
    {
        var log = new LoggedLines();
        await using var shop = await WebhookShop.StartAsync(
            services => services
                .AddLogging(logging => logging.AddProvider(log))
                .AddApmWebhooks<WorldpayEvent>(events => events.Keys["1"] = WebhookShop.Secret),
            app =>
            {
                app.MapApmWebhooks<WorldpayEvent>("/webhooks", (_, _) => Task.CompletedTask).RequireHost("shop.example");
                app.MapApmWebhooks<WorldpayEvent>("/webhooks", (_, _) => Task.CompletedTask).RequireHost("127.0.0.1");
                app.MapPost("/checkout", () => "sold");
            });

        Assert.Equal(HttpStatusCode.OK, await shop.DeliverToAsync("/checkout", "{}"));
        Assert.Equal(HttpStatusCode.InternalServerError, await shop.DeliverToAsync("/webhooks", WebhookShop.Body()));
        var message = log.Warnings.First();
        Assert.Contains("'/webhooks'", message, StringComparison.Ordinal);
        Assert.Contains("Give each endpoint a name of its own", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("re-execute")]
    [InlineData("redirect")]
    public async Task A_page_for_errors_does_not_change_the_status_that_the_gateway_needs(string page)
    {
        await using var shop = await WebhookShop.StartAsync(
            services => services.AddApmWebhooks<WorldpayEvent>(events => events.Keys["1"] = WebhookShop.Secret),
            app =>
            {
                _ = page == "redirect" ? app.UseStatusCodePagesWithRedirects("/oops") : app.UseStatusCodePagesWithReExecute("/oops");
                app.MapApmWebhooks<WorldpayEvent>("/webhooks", (_, _) => throw new InvalidOperationException("The database is down."));
                app.Map("/oops", () => "sorry");
            });

        Assert.Equal(HttpStatusCode.InternalServerError, await shop.DeliverToAsync("/webhooks", WebhookShop.Body()));
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverToAsync("/oops", "{}"));
    }

    [Theory]
    [InlineData("hosts")]
    [InlineData("branches")]
    public async Task Two_endpoints_with_names_of_their_own_are_each_handed_every_webhook(string kind)
    {
        var handled = 0;
        await using var shop = await TwoAsync(kind, "second", () => handled++);

        Assert.Equal(HttpStatusCode.OK, await shop.DeliverToAsync(kind == "branches" ? "/a/webhooks" : "/webhooks", WebhookShop.Body()));
        Assert.Equal(1, handled);
    }

    private static Task<WebhookShop> TwoAsync(string kind, string? name, Action handle)
    {
        return WebhookShop.StartAsync(services => services.AddApmWebhooks<WorldpayEvent>(events => events.Keys["1"] = WebhookShop.Secret), app =>
        {
            switch (kind)
            {
                case "hosts":
                    Map(app, null).RequireHost("shop.example");
                    Map(app, name).RequireHost("127.0.0.1");
                    break;
                case "branches":
                    app.Map("/a", branch => branch.UseRouting().UseEndpoints(endpoints => Map(endpoints, null)));
                    app.Map("/b", branch => branch.UseRouting().UseEndpoints(endpoints => Map(endpoints, name)));
                    break;
                default:
                    Map(app, "the name");
                    app.MapApmWebhooks<WorldpayEvent>("/others", (_, _) => Task.CompletedTask).WithName("the name");
                    break;
            }
        });

        IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string? named)
        {
            var endpoint = endpoints.MapApmWebhooks<WorldpayEvent>("/webhooks", (_, _) =>
            {
                handle();
                return Task.CompletedTask;
            });
            return named is null ? endpoint : endpoint.WithName(named);
        }
    }

    [Fact]
    public async Task An_endpoint_with_a_name_keeps_what_it_handled_when_its_path_changes()
    {
        var store = new InMemoryProcessedEventStore();
        var handled = 0;
        foreach (var pattern in new[] { "/events", "/webhooks" })
        {
            await using var shop = await WebhookShop.StartAsync(
                services => services.AddSingleton<IProcessedEventStore>(store).AddApmWebhooks<WorldpayEvent>(events => events.Keys["1"] = WebhookShop.Secret),
                app => app.MapApmWebhooks(pattern, (WorldpayEvent _, CancellationToken _) => Task.FromResult(++handled)).WithName("orders"));

            Assert.Equal(HttpStatusCode.OK, await shop.DeliverToAsync(pattern, WebhookShop.Body()));
        }

        Assert.Equal(1, handled);
    }

    [Fact]
    public async Task A_handled_event_is_remembered_for_longer_than_the_gateway_repeats_it()
    {
        var clock = new FakeTimeProvider();
        await using var shop = await WebhookShop.OpenAsync(services => services.AddSingleton<TimeProvider>(clock));
        var repeatedFor = Profile<WorldpayEvent>().RepeatedFor ?? TimeSpan.Zero;
        Assert.True(repeatedFor > TimeSpan.Zero);

        await shop.DeliverAsync(WebhookShop.Body());
        clock.Advance(repeatedFor);
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body()));

        Assert.Single(shop.Handled);

        static WebhookProfile Profile<T>()
            where T : PaymentEvent, IPaymentEvent<T> => T.Profile;
    }
}

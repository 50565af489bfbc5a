using System.Net;
using System.Text;
using Apm.Tests.Stores;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Apm.AspNetCore.Tests;

/// <summary>An event is handled until that succeeds, and then no more.</summary>
public class OnceTests
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
        await Until(() => shop.Handled.Count > 0);
        end.SetResult();

        Assert.All(await Task.WhenAll(deliveries), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Single(shop.Handled);
    }

    [Fact]
    public async Task A_handler_that_is_slower_than_the_gateway_waits_goes_on_and_is_acknowledged_later()
    {
        var (clock, end) = (new FakeTimeProvider(), new TaskCompletionSource());
        await using var shop = await WebhookShop.OpenAsync(
            services => services.AddSingleton<TimeProvider>(clock),
            handler: (_, cancellationToken) => end.Task.WaitAsync(cancellationToken));
        var started = clock.GetUtcNow();

        var first = shop.DeliverAsync(WebhookShop.Body());
        await Until(() => first.IsCompleted, () => clock.Advance(TimeSpan.FromSeconds(1)));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await first);
        Assert.True(clock.GetUtcNow() - started >= TimeSpan.FromSeconds(8));
        var second = shop.DeliverAsync(WebhookShop.Body());
        end.SetResult();
        Assert.Equal(HttpStatusCode.OK, await second);
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body()));
        Assert.Single(shop.Handled);
    }

    [Fact]
    public async Task A_handler_that_never_ends_is_told_to_and_another_delivery_is_handled()
    {
        var clock = new FakeTimeProvider();
        var hangs = true;
        await using var shop = await WebhookShop.OpenAsync(
            services => services.AddSingleton<TimeProvider>(clock),
            handler: (_, cancellationToken) => hangs ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask);
        var first = shop.DeliverAsync(WebhookShop.Body());
        await Until(() => first.IsCompleted, () => clock.Advance(TimeSpan.FromSeconds(1)));

        hangs = false;
        clock.Advance(TimeSpan.FromMinutes(5));

        var last = HttpStatusCode.ServiceUnavailable;
        await Until(() => last == HttpStatusCode.OK, async () => last = await shop.DeliverAsync(WebhookShop.Body()));
        Assert.Equal(2, shop.Handled.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_handler_that_ignores_its_token_holds_up_no_later_delivery(bool blocks)
    {
        var (clock, log, calls) = (new FakeTimeProvider(), new LoggedLines(), 0);
        using var end = new ManualResetEventSlim();
        await using var shop = await WebhookShop.OpenAsync(
            services => services.AddSingleton<TimeProvider>(clock).AddLogging(logging => logging.AddProvider(log)),
            handler: (_, _) =>
            {
                if (++calls > 1)
                {
                    return Task.CompletedTask;
                }

                if (blocks)
                {
                    end.Wait(CancellationToken.None);
                }

                return new TaskCompletionSource().Task;
            });
        var first = shop.DeliverAsync(WebhookShop.Body());
        await Until(() => first.IsCompleted, () => clock.Advance(TimeSpan.FromSeconds(1)));

        await Until(() => log.Warnings.Count > 0, () => clock.Advance(TimeSpan.FromMinutes(5)));

        var last = HttpStatusCode.ServiceUnavailable;
        await Until(() => last == HttpStatusCode.OK, async () => last = await shop.DeliverAsync(WebhookShop.Body()));
        Assert.Contains("the handler of an event failed", Assert.Single(log.Warnings), StringComparison.Ordinal);
        end.Set();
    }

    [Fact]
    public async Task A_handler_that_ends_with_the_shop_did_not_fail_and_the_event_is_handled_at_the_next_delivery()
    {
        var log = new LoggedLines();
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log))
            .AddApmWebhooks<WorldpayEvent>(events => events.Keys["1"] = WebhookShop.Secret)
            .BuildServiceProvider();
        var inbox = services.GetRequiredService<WebhookProcessor<WorldpayEvent>>();
        var (body, signature) = (Encoding.UTF8.GetBytes(WebhookShop.Body()), "1/SHA256/" + WebhookShop.Sign(WebhookShop.Body()));
        using var stop = new CancellationTokenSource();
        var isHandled = new TaskCompletionSource();

        var first = inbox.ReceiveAsync(
            body,
            signature,
            (_, cancellationToken) =>
            {
                isHandled.SetResult();
                return Task.Delay(Timeout.Infinite, cancellationToken);
            },
            stop.Token);
        await isHandled.Task;
        await stop.CancelAsync();

        Assert.Equal(WebhookReceipt.Failed, await first);
        Assert.Empty(log.Warnings);
        Assert.Equal(WebhookReceipt.Handled, await inbox.ReceiveAsync(body, signature, (_, _) => Task.CompletedTask));
    }

    [Fact]
    public async Task Instances_that_share_a_store_share_what_is_handled()
    {
        var store = new InMemoryProcessedEventStore();
        var end = new TaskCompletionSource();
        await using var one = await WebhookShop.OpenAsync(services => services.AddSingleton<IProcessedEventStore>(store), handler: (_, _) => end.Task);
        await using var two = await WebhookShop.OpenAsync(services => services.AddSingleton<IProcessedEventStore>(store));

        var first = one.DeliverAsync(WebhookShop.Body());
        await Until(() => one.Handled.Count > 0);
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

    [Fact]
    public async Task The_handler_and_a_scoped_store_share_one_scope()
    {
        var seen = new List<(Session Store, Session Handler)>();
        await using var shop = await WebhookShop.StartAsync(
            services => services
                .AddScoped<Session>()
                .AddScoped<IProcessedEventStore, SessionStore>()
                .AddSingleton(seen)
                .AddApmWebhooks<WorldpayEvent>(events => events.Keys["1"] = WebhookShop.Secret),
            app =>
            {
                app.MapApmWebhooks("/events", (WorldpayEvent _, Session session, CancellationToken _) => session.SeeAsync());
                app.MapApmWebhooks("/several", (WorldpayEvent _, IServiceProvider services, CancellationToken _) =>
                    services.GetRequiredService<Session>().SeeAsync());
            }
        );

        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body()));
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverToAsync("/several", WebhookShop.Body()));

        Assert.Equal(2, seen.Count);
        Assert.All(seen, pair => Assert.Same(pair.Store, pair.Handler));
        Assert.NotSame(seen[0].Store, seen[1].Store);
    }

    [Fact]
    public async Task Without_its_store_a_shop_handles_nothing_and_acknowledges_nothing()
    {
        var (store, log) = (new FaultyStore { IsAway = true }, new LoggedLines());
        await using var shop = await WebhookShop.OpenAsync(services =>
            services.AddSingleton<IProcessedEventStore>(store).AddLogging(logging => logging.AddProvider(log)));

        Assert.Equal(HttpStatusCode.InternalServerError, await shop.DeliverAsync(WebhookShop.Body()));
        Assert.Empty(shop.Handled);
        Assert.Contains("out of reach", Assert.Single(log.Warnings), StringComparison.Ordinal);
        store.IsAway = false;
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body()));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_blocks_its_event_for_one_delivery_only()
    {
        var clock = new FakeTimeProvider();
        var store = new FaultyStore(clock) { Hanging = StoreCallKind.Claim };
        await using var shop = await WebhookShop.OpenAsync(services =>
            services.AddSingleton<TimeProvider>(clock).AddSingleton<IProcessedEventStore>(store));

        var first = shop.DeliverAsync(WebhookShop.Body());
        await Until(() => first.IsCompleted, () => clock.Advance(TimeSpan.FromSeconds(1)));
        Assert.Equal(HttpStatusCode.InternalServerError, await first);

        store.Hanging = StoreCallKind.None;
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body()));
        Assert.Single(shop.Handled);
    }

    [Fact]
    public async Task What_was_handled_is_acknowledged_although_it_could_not_be_remembered()
    {
        var store = new FaultyStore();
        await using var shop = await WebhookShop.OpenAsync(services => services.AddSingleton<IProcessedEventStore>(store), handler: (_, _) =>
        {
            store.IsAway = true;
            return Task.CompletedTask;
        });

        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_that_never_ends_is_given_up_and_begins_no_handler_later(bool blocks)
    {
        var clock = new FakeTimeProvider();
        using var store = new HangingStore(blocks);
        await using var shop = await WebhookShop.OpenAsync(services => services.AddSingleton<TimeProvider>(clock).AddSingleton<IProcessedEventStore>(store));

        var last = HttpStatusCode.ServiceUnavailable;
        for (var delivery = 0; delivery < 30 && last != HttpStatusCode.OK; delivery++)
        {
            var next = shop.DeliverAsync(WebhookShop.Body());
            await Until(() => next.IsCompleted, () => clock.Advance(TimeSpan.FromSeconds(1)));
            last = await next;
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(HttpStatusCode.OK, last);
        store.GoOn();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.First.Task.Unwrap());
        Assert.Single(shop.Handled);
    }

    [Fact]
    public async Task A_service_that_cannot_be_disposed_changes_no_receipt()
    {
        var log = new LoggedLines();
        await using var services = ServicesWithFaultyDisposal(log);

        var receipt = await ReceiveAsync(services, (_, given, _) =>
        {
            given.GetRequiredService<FaultyDisposal>();
            return Task.CompletedTask;
        });

        Assert.Equal(WebhookReceipt.Handled, receipt);
        Assert.Contains("scoped service threw", Assert.Single(log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_cannot_be_disposed_after_a_handler_that_was_given_up_is_logged()
    {
        var (log, clock, end) = (new LoggedLines(), new FakeTimeProvider(), new TaskCompletionSource());
        await using var services = ServicesWithFaultyDisposal(log, clock);
        var first = ReceiveAsync(services, (_, given, _) =>
        {
            given.GetRequiredService<FaultyDisposal>();
            return end.Task;
        });
        await Until(() => log.Warnings.Count > 0, () => clock.Advance(TimeSpan.FromMinutes(1)));
        end.SetResult();

        await Until(() => log.Warnings.Count > 1);

        Assert.Contains(log.Warnings, line => line.Contains("scoped service threw", StringComparison.Ordinal));
        Assert.Equal(WebhookReceipt.Unfinished, await first);
    }

    [Fact]
    public async Task A_delivery_after_the_shop_has_ended_fails_and_throws_nothing()
    {
        var log = new LoggedLines();
        var services = ServicesWithFaultyDisposal(log);
        var inbox = services.GetRequiredService<WebhookProcessor<WorldpayEvent>>();
        await services.DisposeAsync();

        Assert.Equal(WebhookReceipt.Failed, await ReceiveAsync(inbox, (_, _, _) => Task.CompletedTask));
    }

    private static ServiceProvider ServicesWithFaultyDisposal(LoggedLines log, TimeProvider? clock = null) => new ServiceCollection()
        .AddLogging(logging => logging.AddProvider(log))
        .AddSingleton(clock ?? TimeProvider.System)
        .AddScoped<FaultyDisposal>()
        .AddApmWebhooks<WorldpayEvent>(events => events.Keys["1"] = WebhookShop.Secret)
        .BuildServiceProvider();

    private static Task<WebhookReceipt> ReceiveAsync(IServiceProvider services, Func<WorldpayEvent, IServiceProvider, CancellationToken, Task> handler) =>
        ReceiveAsync(services.GetRequiredService<WebhookProcessor<WorldpayEvent>>(), handler);

    private static Task<WebhookReceipt> ReceiveAsync(
        WebhookProcessor<WorldpayEvent> inbox,
        Func<WorldpayEvent, IServiceProvider, CancellationToken, Task> handler
    ) => inbox.ReceiveForAsync("shop", Encoding.UTF8.GetBytes(WebhookShop.Body()), "1/SHA256/" + WebhookShop.Sign(WebhookShop.Body()), handler);

    private static Task Until(Func<bool> isSo, Action? meanwhile = null) => Until(isSo, () =>
    {
        meanwhile?.Invoke();
        return Task.CompletedTask;
    });

    private static async Task Until(Func<bool> isSo, Func<Task> meanwhile)
    {
        while (!isSo())
        {
            await meanwhile();
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    private sealed class FaultyDisposal : IDisposable
    {
        public void Dispose() => throw new InvalidOperationException("The connection is gone.");
    }

    /// <summary>A store of the shop's own whose first call does not end by itself.</summary>
    private sealed class HangingStore(bool blocks) : IProcessedEventStore, IDisposable
    {
        private readonly ManualResetEventSlim _end = new();
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _calls;

        public TaskCompletionSource<Task> First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void GoOn()
        {
            _end.Set();
            _ended.SetResult();
        }

        public Task<ProcessedEventResult> ProcessAsync(
            ProcessedEventKey key,
            Func<CancellationToken, Task> handler,
            ProcessedEventOptions options,
            CancellationToken cancellationToken = default)
        {
            if (Interlocked.Increment(ref _calls) > 1)
            {
                return RunAsync(Task.CompletedTask);
            }

            if (blocks)
            {
                _end.Wait(CancellationToken.None);
            }

            var first = RunAsync(_ended.Task);
            First.SetResult(first);
            return first;

            async Task<ProcessedEventResult> RunAsync(Task before)
            {
                await before;
                await handler(cancellationToken);
                return ProcessedEventResult.Handled;
            }
        }

        public void Dispose() => _end.Dispose();
    }

    private sealed class Session(List<(Session Store, Session Handler)> seen)
    {
        public Session? Store { get; set; }

        public Task SeeAsync()
        {
            seen.Add((Store!, this));
            return Task.CompletedTask;
        }
    }

    private sealed class SessionStore(Session session) : IProcessedEventStore
    {
        public async Task<ProcessedEventResult> ProcessAsync(
            ProcessedEventKey key,
            Func<CancellationToken, Task> handler,
            ProcessedEventOptions options,
            CancellationToken cancellationToken = default)
        {
            session.Store = session;
            await handler(cancellationToken);
            return ProcessedEventResult.Handled;
        }
    }
}

using System.Net;
using System.Text;
using Apm.Tests.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Apm.AspNetCore.Tests;

/// <summary>Stores and services of the shop that fail, hang or cannot be disposed of.</summary>
public class WebhookStoreFaultTests
{
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
        Assert.Contains("cannot be reached", Assert.Single(log.Warnings), StringComparison.Ordinal);
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
        await Waiting.Until(() => first.IsCompleted, () => clock.Advance(TimeSpan.FromSeconds(1)));
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
            await Waiting.Until(() => next.IsCompleted, () => clock.Advance(TimeSpan.FromSeconds(1)));
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
        await Waiting.Until(() => log.Warnings.Count > 0, () => clock.Advance(TimeSpan.FromMinutes(1)));
        end.SetResult();

        await Waiting.Until(() => log.Warnings.Count > 1);

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

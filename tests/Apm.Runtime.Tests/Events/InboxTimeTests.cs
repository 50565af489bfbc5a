using Microsoft.Extensions.DependencyInjection;

namespace Apm.Tests.Events;

/// <summary>How long a delivery, a handler and a store are waited for, and when the services of a handler end.</summary>
public class InboxTimeTests
{
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task A_slow_handler_goes_on_and_its_delivery_is_answered_within_the_time()
    {
        await using var shop = new EventShop(options => options.AnswerWithin = TimeSpan.FromSeconds(3));
        var (began, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = shop.DeliverAsync(_ => { began.SetResult(); return end.Task; });
        await began.Task;

        shop.Clock.Advance(TimeSpan.FromSeconds(3) - s_tick);
        await Task.Yield();
        Assert.False(first.IsCompleted);
        shop.Clock.Advance(s_tick);
        Assert.Equal(EventReceipt.Unfinished, await first);

        end.SetResult();
        Assert.Equal(EventReceipt.Repeated, await shop.DeliverAsync(_ => throw new InvalidOperationException("Not called.")));
        Assert.Empty(shop.Log);
    }

    [Fact]
    public async Task A_store_is_given_up_when_it_took_longer_than_it_may_and_begins_no_handler_afterwards()
    {
        var (asked, goOn, runs, token) = (new TaskCompletionSource(), new TaskCompletionSource(), 0, CancellationToken.None);
        Task? late = null;
        await using var shop = new EventShop(
            options => (options.HandleWithin, options.StoreTimeout) = (TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(2)),
            services => services.AddSingleton<IProcessedEventStore>(new StubStore((_, handler, _, cancellationToken) =>
            {
                token = cancellationToken;
                asked.TrySetResult();
                var task = HandleLateAsync(handler, cancellationToken);
                late = task;
                return task;
            })));
        var first = shop.DeliverAsync(_ => { runs++; return Task.CompletedTask; });
        await asked.Task;
        await EventShop.UntilAsync(() => late is not null);

        // The handler, the five seconds that it may need to end, and three calls.
        shop.Clock.Advance(TimeSpan.FromSeconds(60 + 5 + 6) - s_tick);
        Assert.Equal(EventReceipt.Unfinished, await first);
        Assert.False(token.IsCancellationRequested);
        Assert.Empty(shop.Log);
        await EventShop.UntilAsync(() => token.IsCancellationRequested, () => shop.Clock.Advance(s_tick));

        Assert.Equal(3, Assert.Single(shop.Log).Id.Id);
        Assert.True(shop.Clock.GetUtcNow() - shop.Clock.Start < TimeSpan.FromSeconds(71.9));
        goOn.SetResult();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late!);
        Assert.Equal(0, runs);

        async Task<ProcessedEventResult> HandleLateAsync(Func<CancellationToken, Task> handler, CancellationToken cancellationToken)
        {
            await goOn.Task;
            await handler(CancellationToken.None);
            return ProcessedEventResult.Handled;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_or_a_handler_that_blocks_its_thread_holds_up_no_answer(bool handler)
    {
        using var end = new ManualResetEventSlim();
        await using var shop = new EventShop(services: services => services.AddSingleton<IProcessedEventStore>(new StubStore(async (_, handle, _, token) =>
        {
            if (handler)
            {
                await handle(token);
            }
            else
            {
                end.Wait(CancellationToken.None);
            }

            return ProcessedEventResult.Handled;
        })));

        var first = shop.DeliverAsync(_ => { end.Wait(CancellationToken.None); return Task.CompletedTask; });
        await EventShop.UntilAsync(() => first.IsCompleted, () => shop.Clock.Advance(TimeSpan.FromSeconds(1)));

        Assert.Equal(EventReceipt.Unfinished, await first);
        end.Set();
    }

    [Fact]
    public async Task Each_delivery_has_a_scope_that_ends_with_it()
    {
        await using var shop = WithService();
        var used = new List<Service>();

        await shop.DeliverForAsync("shop", (services, _) => Use(services), "a");
        await shop.DeliverForAsync("shop", (services, _) => Use(services), "b");

        Assert.Equal(2, used.Distinct().Count());
        Assert.All(used, service => Assert.True(service.IsDisposed));

        Task Use(IServiceProvider services)
        {
            used.Add(services.GetRequiredService<Service>());
            Assert.Same(used[^1], services.GetRequiredService<Service>());
            Assert.False(used[^1].IsDisposed);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task The_scope_of_a_handler_that_failed_ends_too()
    {
        Service? used = null;
        await using var shop = WithService();

        await shop.DeliverForAsync("shop", (services, _) =>
        {
            used = services.GetRequiredService<Service>();
            throw new InvalidOperationException("The database is away.");
        });

        Assert.True(used!.IsDisposed);
    }

    [Fact]
    public async Task A_scope_outlives_a_store_that_was_given_up_after_the_handler_had_ended()
    {
        Service? used = null;
        var stored = new TaskCompletionSource<ProcessedEventResult>();
        await using var shop = WithService(new StubStore(async (_, handler, _, token) =>
        {
            await handler(token);
            return await stored.Task;
        }));
        var first = shop.DeliverForAsync("shop", (services, _) => Task.FromResult(used = services.GetRequiredService<Service>()));
        await EventShop.UntilAsync(() => shop.Log.Count > 0, () => shop.Clock.Advance(TimeSpan.FromMinutes(1)));

        Assert.False(used!.IsDisposed);
        stored.SetResult(ProcessedEventResult.Handled);
        await EventShop.UntilAsync(() => used.IsDisposed);
        Assert.Equal(EventReceipt.Unfinished, await first);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_scope_outlives_a_handler_and_a_store_that_were_given_up(bool storeIsLast)
    {
        Service? used = null;
        var (handled, stored) = (new TaskCompletionSource(), new TaskCompletionSource<ProcessedEventResult>());
        await using var shop = WithService(new StubStore((_, handler, _, token) =>
        {
            _ = handler(token);
            return stored.Task;
        }));
        var first = shop.DeliverForAsync("shop", (services, _) =>
        {
            used = services.GetRequiredService<Service>();
            return handled.Task;
        });
        await EventShop.UntilAsync(() => shop.Log.Count > 0, () => shop.Clock.Advance(TimeSpan.FromMinutes(1)));
        Assert.Equal(1, Assert.Single(shop.Log).Id.Id);

        await EndAsync(first: true);
        Assert.False(used!.IsDisposed);
        await EndAsync(first: false);
        await EventShop.UntilAsync(() => used.IsDisposed);
        Assert.Equal(EventReceipt.Unfinished, await first);

        async Task EndAsync(bool first)
        {
            _ = first == storeIsLast ? handled.TrySetResult() : stored.TrySetException(new IOException("The server is away."));
            await Task.Yield();
        }
    }

    [Fact]
    public async Task A_service_that_cannot_be_disposed_of_changes_no_receipt()
    {
        await using var shop = new EventShop(services: services => services.AddScoped<Service>(_ => new Stubborn()));

        Assert.Equal(EventReceipt.Handled, await shop.DeliverForAsync("shop", (services, _) => Task.FromResult(services.GetRequiredService<Service>())));

        var line = Assert.Single(shop.Log);
        Assert.Equal((9, "It stays."), (line.Id.Id, line.Exception?.Message));
    }

    [Fact]
    public async Task A_delivery_after_the_end_of_the_shop_fails_and_throws_nothing()
    {
        var shop = new EventShop();
        await shop.DisposeAsync();

        Assert.Equal(EventReceipt.Failed, await shop.DeliverAsync(_ => throw new InvalidOperationException("Not called.")));
        Assert.Equal(3, Assert.Single(shop.Log).Id.Id);
    }

    private static EventShop WithService(IProcessedEventStore? store = null) => new(services: services =>
    {
        services.AddScoped<Service>();
        _ = store is null ? services : services.AddSingleton(store);
    });

    private class Service : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public virtual void Dispose() => IsDisposed = true;
    }

    private sealed class Stubborn : Service
    {
        public override void Dispose() => throw new InvalidOperationException("It stays.");
    }
}

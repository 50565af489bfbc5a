using System.Net;
using System.Text;
using Microsoft.Extensions.Caching.Distributed;
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
        await using var shop = await EventShop.OpenAsync();

        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(EventShop.Body()));
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(EventShop.Body()));
        Assert.Single(shop.Handled);
    }

    [Fact]
    public async Task An_event_whose_handler_failed_is_handled_at_the_next_delivery()
    {
        var fails = true;
        await using var shop = await EventShop.OpenAsync(handler: (_, _) => fails ? throw new InvalidOperationException("The database is away.") : Task.CompletedTask);

        Assert.Equal(HttpStatusCode.InternalServerError, await shop.DeliverAsync(EventShop.Body()));
        fails = false;
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(EventShop.Body()));
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(EventShop.Body()));
        Assert.Equal(2, shop.Handled.Count);
    }

    [Fact]
    public async Task Deliveries_at_the_same_time_are_handled_once_and_all_acknowledged()
    {
        var end = new TaskCompletionSource();
        await using var shop = await EventShop.OpenAsync(handler: (_, _) => end.Task);
        var deliveries = Enumerable.Range(0, 5).Select(_ => shop.DeliverAsync(EventShop.Body())).ToList();
        await Until(() => shop.Handled.Count > 0);
        end.SetResult();

        Assert.All(await Task.WhenAll(deliveries), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Single(shop.Handled);
    }

    [Fact]
    public async Task A_handler_that_is_slower_than_the_gateway_waits_goes_on_and_is_acknowledged_later()
    {
        var (clock, end) = (new FakeTimeProvider(), new TaskCompletionSource());
        await using var shop = await EventShop.OpenAsync(services => services.AddSingleton<TimeProvider>(clock), handler: (_, cancellationToken) => end.Task.WaitAsync(cancellationToken));
        var started = clock.GetUtcNow();

        var first = shop.DeliverAsync(EventShop.Body());
        await Until(() => first.IsCompleted, () => clock.Advance(TimeSpan.FromSeconds(1)));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await first);
        Assert.True(clock.GetUtcNow() - started >= TimeSpan.FromSeconds(8));
        var second = shop.DeliverAsync(EventShop.Body());
        end.SetResult();
        Assert.Equal(HttpStatusCode.OK, await second);
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(EventShop.Body()));
        Assert.Single(shop.Handled);
    }

    [Fact]
    public async Task A_handler_that_never_ends_is_told_to_and_another_delivery_is_handled()
    {
        var clock = new FakeTimeProvider();
        var hangs = true;
        await using var shop = await EventShop.OpenAsync(services => services.AddSingleton<TimeProvider>(clock), handler: (_, cancellationToken) => hangs ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask);
        var first = shop.DeliverAsync(EventShop.Body());
        await Until(() => first.IsCompleted, () => clock.Advance(TimeSpan.FromSeconds(1)));

        hangs = false;
        clock.Advance(TimeSpan.FromMinutes(5));

        var last = HttpStatusCode.ServiceUnavailable;
        await Until(() => last == HttpStatusCode.OK, async () => last = await shop.DeliverAsync(EventShop.Body()));
        Assert.Equal(2, shop.Handled.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_handler_that_ignores_its_token_holds_up_no_later_delivery(bool blocks)
    {
        var (clock, log, calls) = (new FakeTimeProvider(), new LoggedLines(), 0);
        using var end = new ManualResetEventSlim();
        await using var shop = await EventShop.OpenAsync(
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
        var first = shop.DeliverAsync(EventShop.Body());
        await Until(() => first.IsCompleted, () => clock.Advance(TimeSpan.FromSeconds(1)));

        await Until(() => log.Warnings.Count > 0, () => clock.Advance(TimeSpan.FromMinutes(5)));

        var last = HttpStatusCode.ServiceUnavailable;
        await Until(() => last == HttpStatusCode.OK, async () => last = await shop.DeliverAsync(EventShop.Body()));
        Assert.Contains("the handler of an event failed", Assert.Single(log.Warnings), StringComparison.Ordinal);
        end.Set();
    }

    [Fact]
    public async Task A_handler_that_ends_with_the_shop_did_not_fail_and_the_event_is_handled_at_the_next_delivery()
    {
        var log = new LoggedLines();
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log))
            .AddApmEvents<WorldpayEvent>(events => events.Keys["1"] = EventShop.Secret)
            .BuildServiceProvider();
        var inbox = services.GetRequiredService<EventInbox<WorldpayEvent>>();
        var (body, signature) = (Encoding.UTF8.GetBytes(EventShop.Body()), "1/SHA256/" + EventShop.Sign(EventShop.Body()));
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

        Assert.Equal(EventReceipt.Failed, await first);
        Assert.Empty(log.Warnings);
        Assert.Equal(EventReceipt.Handled, await inbox.ReceiveAsync(body, signature, (_, _) => Task.CompletedTask));
    }

    [Fact]
    public async Task Instances_that_share_a_cache_share_the_memory()
    {
        var cache = new SharedCache();
        var end = new TaskCompletionSource();
        await using var one = await EventShop.OpenAsync(services => services.AddSingleton<IDistributedCache>(cache), handler: (_, _) => end.Task);
        await using var two = await EventShop.OpenAsync(services => services.AddSingleton<IDistributedCache>(cache));

        var first = one.DeliverAsync(EventShop.Body());
        await Until(() => one.Handled.Count > 0);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await two.DeliverAsync(EventShop.Body()));
        end.SetResult();

        Assert.Equal(HttpStatusCode.OK, await first);
        Assert.Equal(HttpStatusCode.OK, await two.DeliverAsync(EventShop.Body()));
        Assert.Empty(two.Handled);
    }

    [Fact]
    public async Task Of_two_instances_that_claim_one_event_in_step_one_handles_it()
    {
        var cache = new SharedCache { ReadersPerTurn = 2 };
        await using var one = await EventShop.OpenAsync(services => services.AddSingleton<IDistributedCache>(cache));
        await using var two = await EventShop.OpenAsync(services => services.AddSingleton<IDistributedCache>(cache));

        var statuses = await Task.WhenAll(one.DeliverAsync(EventShop.Body()), two.DeliverAsync(EventShop.Body()));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable], statuses.Order());
        Assert.Single(one.Handled.Concat(two.Handled));
    }

    [Fact]
    public async Task Without_its_memory_a_shop_handles_nothing_and_acknowledges_nothing()
    {
        var cache = new SharedCache { IsAway = true };
        await using var shop = await EventShop.OpenAsync(services => services.AddSingleton<IDistributedCache>(cache));

        Assert.Equal(HttpStatusCode.InternalServerError, await shop.DeliverAsync(EventShop.Body()));
        Assert.Empty(shop.Handled);
        cache.IsAway = false;
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(EventShop.Body()));
    }

    [Fact]
    public async Task What_was_handled_is_acknowledged_although_it_could_not_be_remembered()
    {
        var cache = new SharedCache();
        await using var shop = await EventShop.OpenAsync(services => services.AddSingleton<IDistributedCache>(cache), handler: (_, _) =>
        {
            cache.IsAway = true;
            return Task.CompletedTask;
        });

        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(EventShop.Body()));
    }

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
}

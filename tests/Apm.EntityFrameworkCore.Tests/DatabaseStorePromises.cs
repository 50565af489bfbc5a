using System.Collections.Concurrent;
using System.Data.Common;
using Apm.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Apm.EntityFrameworkCore.Tests;

/// <summary>What the store promises beyond the promises of all stores: an effect is committed with its completion, or not at all.</summary>
public abstract class DatabaseStorePromises : StorePromises, IAsyncLifetime
{
    private static readonly ProcessedEventKey s_key = new("shop:/events", "acme/1", "evt-1");
    // The tests move the clock while a server works in real time.
    private static readonly ProcessedEventOptions s_options = new() { StoreTimeout = TimeSpan.FromHours(1) };

    private readonly ConcurrentBag<ShopInstance> _opened = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_effect_and_the_completion_are_committed_together()
    {
        Assert.Equal(ProcessedEventResult.Handled, await BookAsync(OpenShop()));

        Assert.Equal(1, await EffectsAsync());
    }

    [Fact]
    public async Task What_a_handler_that_failed_changed_is_undone()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => BookAsync(OpenShop(), (_, _) => throw new InvalidOperationException()));
        Assert.Equal(0, await EffectsAsync());

        Assert.Equal(ProcessedEventResult.Handled, await BookAsync(OpenShop()));
        Assert.Equal(1, await EffectsAsync());
    }

    [Fact]
    public async Task Of_two_runs_of_one_event_the_one_that_lost_its_lease_is_undone()
    {
        var (began, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = OpenShop(PausedClock).DeliverAsync(
            s_key,
            async (context, token) =>
            {
                began.SetResult();
                await end.Task;
                await BookAsync(context, token);
            },
            s_options,
            Stop);
        await began.Task;

        await PassAsync(s_key, s_options.Lease * 2);
        Assert.Equal(ProcessedEventResult.Handled, await BookAsync(OpenShop()));
        end.SetResult();

        await Assert.ThrowsAsync<EventLeaseLostException>(() => first);
        Assert.Equal(1, await EffectsAsync());
    }

    [Fact]
    public async Task What_a_handler_changed_that_took_too_long_and_ends_later_is_undone()
    {
        var (began, end, ended) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var shop = OpenShop();
        var options = s_options with { HandleWithin = TimeSpan.FromSeconds(1) };
        Task? abandoned = null;
        var first = shop.DeliverAsync(
            s_key,
            (context, token) =>
            {
                began.SetResult();
                return abandoned = IgnoreAsync(context);
            },
            options,
            Stop);
        await began.Task;
        await UntilAsync(() =>
        {
            Clock.Advance(options.HandleWithin);
            return Task.FromResult(first.IsCompleted);
        });
        await Assert.ThrowsAsync<TimeoutException>(() => first);

        end.SetResult();
        await Record.ExceptionAsync(() => abandoned!);

        Assert.Equal(0, await EffectsAsync());
        Assert.Equal(ProcessedEventResult.Handled, await BookAsync(OpenShop()));
        Assert.Equal(1, await EffectsAsync());

        async Task IgnoreAsync(ShopContext context)
        {
            await end.Task;
            await BookAsync(context, CancellationToken.None);
        }
    }

    [Fact]
    public async Task Handlers_that_read_and_then_write_the_same_row_at_the_same_time_lose_nothing()
    {
        const int Events = 8;
        await OpenShop().ReadAsync(async context =>
        {
            context.Stock.Add(new Stock { Id = 1 });
            return await context.SaveChangesAsync(Stop);
        });

        // A gateway repeats what is not acknowledged.
        await Task.WhenAll(Enumerable.Range(0, Events).Select(number => Task.Run(async () =>
        {
            var key = new ProcessedEventKey("shop:/events", "acme/1", "evt-" + number);
            while (await Record.ExceptionAsync(() => OpenShop().DeliverAsync(key, SellAsync, s_options, Stop)) is DbException or DbUpdateException)
            {
            }
        })));

        Assert.Equal(Events, await OpenShop().ReadAsync(context => context.Effects.CountAsync(Stop)));
        Assert.Equal(Events, await OpenShop().ReadAsync(context => context.Stock.Select(stock => stock.Sold).SingleAsync(Stop)));

        async Task SellAsync(ShopContext context, CancellationToken token)
        {
            var stock = await ForUpdate(context.Stock).SingleAsync(token);
            await BookAsync(context, token);
            stock.Sold++;
            await context.SaveChangesAsync(token);
        }
    }

    [Fact]
    public async Task A_context_that_retries_runs_the_whole_transaction_again_and_books_once()
    {
        var attempts = 0;

        var result = await OpenRetryingShop().DeliverAsync(
            s_key,
            async (context, token) =>
            {
                await BookAsync(context, token);
                if (++attempts < 3)
                {
                    throw new TimeoutException("Transient.");
                }
            },
            s_options,
            Stop);

        Assert.Equal((ProcessedEventResult.Handled, 3), (result, attempts));
        Assert.Equal(1, await EffectsAsync());
        Assert.Equal(ProcessedEventResult.AlreadyHandled, await BookAsync(OpenShop()));
    }

    [Fact]
    public async Task A_commit_that_was_carried_out_without_an_answer_is_not_repeated()
    {
        var attempts = 0;
        var lost = new LostAnswer();

        var result = await OpenRetryingShop(lost).DeliverAsync(
            s_key,
            (context, token) =>
            {
                lost.IsArmed = true;
                attempts++;
                return BookAsync(context, token);
            },
            s_options,
            Stop);

        Assert.True(lost.WasLost);
        Assert.Equal((ProcessedEventResult.Handled, 1), (result, attempts));
        Assert.Equal(1, await EffectsAsync());
    }

    [Fact]
    public async Task A_commit_without_an_answer_on_a_context_that_does_not_retry_fails_its_delivery_and_is_found_by_the_next()
    {
        var lost = new LostAnswer { IsArmed = true };

        // Some providers wrap what may be transient.
        var error = await Assert.ThrowsAnyAsync<Exception>(() => BookAsync(OpenShop(configure: options => options.AddInterceptors(lost))));
        Assert.IsType<TimeoutException>(error.InnerException ?? error);

        Assert.Equal(ProcessedEventResult.AlreadyHandled, await BookAsync(OpenShop()));
        Assert.Equal(1, await EffectsAsync());
    }

    [Fact]
    public async Task A_duplicate_is_told_at_once_while_the_transaction_of_the_handler_is_open()
    {
        var (began, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = BookAsync(OpenShop(), (_, _) =>
        {
            began.SetResult();
            return end.Task;
        });
        await began.Task;

        Assert.Equal(ProcessedEventResult.InProgress, await BookAsync(OpenShop()));
        end.SetResult();
        Assert.Equal(ProcessedEventResult.Handled, await first);
    }

    [Fact]
    public async Task Rows_that_have_run_out_are_deleted()
    {
        var shop = OpenShop();
        for (var day = 0; day < 30; day++)
        {
            await HandleAsync("evt-" + day, s_options.Retention);
            Clock.Advance(TimeSpan.FromDays(1));
        }

        await UntilAsync(async () =>
        {
            Clock.Advance(TimeSpan.FromMinutes(11));
            await HandleAsync(Guid.NewGuid().ToString(), TimeSpan.FromMinutes(1));
            return await shop.ReadAsync(context => Rows(context).CountAsync(row => row.EventId.StartsWith("evt-"), Stop)) < 9;
        });
        Assert.Equal(ProcessedEventResult.AlreadyHandled, await HandleAsync("evt-29", s_options.Retention));

        Task<ProcessedEventResult> HandleAsync(string id, TimeSpan retention) =>
            shop.ProcessAsync(new("shop:/events", "acme/1", id), _ => Task.CompletedTask, s_options with { Retention = retention }, Stop);
    }

    [Fact]
    public async Task A_row_says_in_plain_text_who_handled_what()
    {
        await BookAsync(OpenShop());

        var row = await OpenShop().ReadAsync(context => Rows(context).SingleAsync(Stop));
        Assert.Equal(("shop:/events", "acme/1", "evt-1", 64), (row.Consumer, row.Api, row.EventId, row.Id.Length));
        Assert.Equal((Clock.GetUtcNow().UtcDateTime, Clock.GetUtcNow().UtcDateTime + s_options.Retention), (row.CompletedAt, row.ExpiresAt));
    }

    public abstract ValueTask InitializeAsync();

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var shop in _opened)
        {
            await shop.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected abstract void Use(DbContextOptionsBuilder options);

    /// <summary>The same, with retries of the provider that take <see cref="TimeoutException"/> for transient.</summary>
    protected abstract void UseRetrying(DbContextOptionsBuilder options);

    /// <summary>Where the database has locks of rows, the reader takes one.</summary>
    protected abstract IQueryable<Stock> ForUpdate(DbSet<Stock> stock);

    protected override IProcessedEventStore Open() => OpenShop();

    protected override IProcessedEventStore OpenPaused() => OpenShop(PausedClock);

    protected override Task PassAsync(ProcessedEventKey key, TimeSpan time)
    {
        Clock.Advance(time);
        return Task.CompletedTask;
    }

    protected override Task<TimeSpan> RemainingAsync(ProcessedEventKey key) => OpenShop().ReadAsync(async context =>
        await Rows(context).Where(row => row.EventId == key.EventId).Select(row => row.ExpiresAt).SingleAsync(Stop) - Clock.GetUtcNow().UtcDateTime);

    protected async Task CreateAsync() => await OpenShop().ReadAsync(context => context.Database.EnsureCreatedAsync(Stop));

    internal ShopInstance OpenShop(TimeProvider? clock = null, Action<DbContextOptionsBuilder>? configure = null)
    {
        var shop = new ShopInstance(
            options =>
            {
                Use(options);
                configure?.Invoke(options);
            },
            clock ?? Clock);
        _opened.Add(shop);
        return shop;
    }

    private ShopInstance OpenRetryingShop(params IInterceptor[] interceptors)
    {
        var shop = new ShopInstance(
            options =>
            {
                UseRetrying(options);
                options.AddInterceptors(interceptors);
            },
            Clock);
        _opened.Add(shop);
        return shop;
    }

    // The shop has a filter on the rows, which must not hide them from the store.
    private static IQueryable<ProcessedEvent> Rows(ShopContext context) => context.Set<ProcessedEvent>().IgnoreQueryFilters();

    private static async Task BookAsync(ShopContext context, CancellationToken token)
    {
        context.Effects.Add(new Effect { EventId = s_key.EventId });
        await context.SaveChangesAsync(token);
    }

    private static Task<ProcessedEventResult> BookAsync(ShopInstance shop, Func<ShopContext, CancellationToken, Task>? then = null) => shop.DeliverAsync(
        s_key,
        async (context, token) =>
        {
            await BookAsync(context, token);
            await (then?.Invoke(context, token) ?? Task.CompletedTask);
        },
        s_options,
        Stop);

    private Task<int> EffectsAsync() => OpenShop().ReadAsync(context => context.Effects.CountAsync(Stop));

    private sealed class LostAnswer : DbTransactionInterceptor
    {
        public bool IsArmed { get; set; }

        public bool WasLost { get; private set; }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction,
            TransactionEndEventData eventData,
            CancellationToken cancellationToken = default)
        {
            if (IsArmed && !WasLost)
            {
                WasLost = true;
                throw new TimeoutException("The answer was lost.");
            }

            return Task.CompletedTask;
        }
    }
}

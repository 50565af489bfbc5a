using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.EntityFrameworkCore.Tests;

/// <summary>An instance of a shop, with services of its own.</summary>
internal sealed class ShopInstance(Action<DbContextOptionsBuilder> database, TimeProvider clock) : IProcessedEventStore, IAsyncDisposable
{
    private readonly ConcurrentBag<Task> _ended = [];
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddDbContext<ShopContext>(database)
        .AddSingleton(clock)
        .AddApmEntityFrameworkEventStore<ShopContext>()
        .BuildServiceProvider(validateScopes: true);

    /// <summary>In a scope of the delivery, as the inbox does.</summary>
    public Task<ProcessedEventResult> ProcessAsync(
        ProcessedEventKey key,
        Func<CancellationToken, Task> handler,
        ProcessedEventOptions options,
        CancellationToken cancellationToken = default) =>
        DeliverAsync(key, (_, token) => handler(token), options, cancellationToken);

    public async Task<ProcessedEventResult> ProcessLatestAsync(
        ProcessedEventKey key,
        Func<CancellationToken, Task<string?>> query,
        Func<CancellationToken, Task> handler,
        ProcessedEventOptions options,
        CancellationToken cancellationToken = default)
    {
        await using var scope = _services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IProcessedEventStore>();
        return await store.ProcessLatestAsync(key, query, handler, options, cancellationToken);
    }

    public async Task<ProcessedEventResult> DeliverAsync(
        ProcessedEventKey key,
        Func<ShopContext, CancellationToken, Task> handler,
        ProcessedEventOptions options,
        CancellationToken cancellationToken)
    {
        var scope = _services.CreateAsyncScope();
        var handling = Task.CompletedTask;
        try
        {
            var store = scope.ServiceProvider.GetRequiredService<IProcessedEventStore>();
            var context = scope.ServiceProvider.GetRequiredService<ShopContext>();
            return await store.ProcessAsync(key, token => handling = handler(context, token), options, cancellationToken);
        }
        finally
        {
            // After a handler that ignores its token.
            var last = handling.ContinueWith(_ => scope.DisposeAsync().AsTask(), TaskScheduler.Default).Unwrap();
            _ended.Add(last);
            if (handling.IsCompleted)
            {
                await last;
            }
        }
    }

    public async Task<T> ReadAsync<T>(Func<ShopContext, Task<T>> query)
    {
        await using var scope = _services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<ShopContext>());
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_ended);
        await _services.DisposeAsync();
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Apm;

/// <summary>One run of a handler within the store, in a scope of its own. It does not throw.</summary>
/// <param name="scopes">Creates the scope.</param>
/// <param name="logger">Logs what fails.</param>
/// <param name="clock">The clock.</param>
/// <param name="key">The webhook, or the payment that a ping names.</param>
/// <param name="handler">The handler.</param>
/// <param name="times">The times of the store.</param>
/// <param name="ended">Called when the run has ended, before the scope is disposed of.</param>
/// <param name="stopping">Cancelled when the shop stops.</param>
internal sealed class WebhookRun<TEvent>(
    IServiceScopeFactory scopes,
    ILogger logger,
    TimeProvider clock,
    ProcessedEventKey key,
    Func<TEvent, IServiceProvider, CancellationToken, Task> handler,
    ProcessedEventOptions times,
    Action ended,
    CancellationToken stopping)
    where TEvent : PaymentEvent, IPaymentEvent<TEvent>
{
    /// <summary>Handles a signed webhook, unless it is processed.</summary>
    public Task<WebhookReceipt> HandleAsync(TEvent received) => RunAsync(
        (services, handle, token) => services.GetRequiredService<IProcessedEventStore>().ProcessAsync(key, handle, times, token),
        () => received);

    /// <summary>Queries the payment that a ping names, and handles it unless it is unchanged.</summary>
    /// <param name="query">Queries the payment; it returns null if the gateway does not know it.</param>
    public async Task<WebhookReceipt> HandlePingAsync(Func<IServiceProvider, CancellationToken, Task<TEvent?>> query)
    {
        TEvent? received = null;
        var isUnknown = false;
        var receipt = await RunAsync(ProcessAsync, () => received).ConfigureAwait(false);
        return receipt == WebhookReceipt.Repeated && isUnknown ? WebhookReceipt.UnknownPayment : receipt;

        Task<ProcessedEventResult> ProcessAsync(IServiceProvider services, Func<CancellationToken, Task> handle, CancellationToken token)
        {
            return services.GetRequiredService<IProcessedEventStore>().ProcessLatestAsync(key, QueryAsync, handle, times, token);

            async Task<string?> QueryAsync(CancellationToken cancellationToken)
            {
                received = await query(services, cancellationToken).ConfigureAwait(false);
                isUnknown = received is null;
                return received?.QueriedValue;
            }
        }
    }

    private async Task<WebhookReceipt> RunAsync(
        Func<IServiceProvider, Func<CancellationToken, Task>, CancellationToken, Task<ProcessedEventResult>> process,
        Func<TEvent?> received)
    {
        AsyncServiceScope? scope = null;
        Task? processing = null;
        Task? handling = null;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var token = end.Token;
        try
        {
            var opened = scopes.CreateAsyncScope();
            scope = opened;

            // A custom store may block, or never end.
            var run = Task.Run(() => process(opened.ServiceProvider, HandleAsync, token), CancellationToken.None);
            processing = run;
            return await run.WaitAsync(times.ProcessWithin, clock, CancellationToken.None).ConfigureAwait(false) switch
            {
                ProcessedEventResult.Handled => WebhookReceipt.Handled,
                ProcessedEventResult.AlreadyHandled => WebhookReceipt.Repeated,
                _ => WebhookReceipt.Unfinished,
            };
        }
        catch (Exception problem)
        {
            Log(received(), handling, problem);
            return WebhookReceipt.Failed;
        }
        finally
        {
            ended();
            if (processing is { IsCompleted: false })
            {
                StoreCall.Observe(processing);
                StoreCall.Observe(end.CancelAsync());
            }

            await DisposeAsync(scope, processing, handling).ConfigureAwait(false);
        }

        // A handler may block before it returns a task.
        async Task HandleAsync(CancellationToken cancellationToken)
        {
            // An abandoned store must not call the handler now, because another delivery may be under way.
            token.ThrowIfCancellationRequested();
            var handled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            handling = handled.Task;
            try
            {
                await handler(received()!, scope!.Value.ServiceProvider, cancellationToken).ConfigureAwait(false);
                handled.SetResult();
            }
            finally
            {
                handled.TrySetCanceled(CancellationToken.None);
            }
        }
    }

    private void Log(TEvent? received, Task? handling, Exception problem)
    {
        var api = TEvent.Profile.Api;
        if (received is null)
        {
            WebhookLog.NotQueried(logger, api, problem);
        }
        else if (problem is OperationCanceledException && stopping.IsCancellationRequested)
        {
            WebhookLog.Stopped(logger, api, received);
        }
        else if (problem is EventLeaseLostException)
        {
            WebhookLog.LeaseLost(logger, api, received);
        }
        else if (handling is null or { IsCompletedSuccessfully: true })
        {
            WebhookLog.NoMemory(logger, api, problem);
        }
        else
        {
            WebhookLog.Failed(logger, api, received, problem);
        }
    }

    // An abandoned store, or a handler that ignores its token, still uses the services of the scope.
    private async ValueTask DisposeAsync(AsyncServiceScope? scope, params Task?[] users)
    {
        if (scope is not { } opened)
        {
            return;
        }

        if (users.All(user => user is null or { IsCompleted: true }))
        {
            await DisposeNowAsync().ConfigureAwait(false);
            return;
        }

        _ = DisposeLaterAsync();

        async Task DisposeLaterAsync()
        {
            foreach (var user in users.OfType<Task>())
            {
                await StoreCall.EndOf(user).ConfigureAwait(false);
            }

            await DisposeNowAsync().ConfigureAwait(false);
        }

        async Task DisposeNowAsync()
        {
            try
            {
                await opened.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception problem)
            {
                WebhookLog.NotDisposed(logger, TEvent.Profile.Api, problem);
            }
        }
    }
}

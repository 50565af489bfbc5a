using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Apm;

/// <summary>The transaction in which a handler runs and its webhook is completed, with the execution strategy of the context.</summary>
internal sealed class HandlerTransaction(DbContext context, IsolationLevel? isolationLevel)
{
    public const string Sqlite = "Microsoft.EntityFrameworkCore.Sqlite";

    // Without this timeout, a write that can never succeed is repeated for half a minute.
    private const int SqliteSeconds = 5;

    private bool _isRetry;

    /// <summary>Runs the content of the transaction, again if the strategy requires it.</summary>
    /// <param name="operation">The handler and the completion.</param>
    /// <param name="isCommitted">Whether a commit without a reply was carried out.</param>
    /// <param name="cancellationToken">Cancelled if the handler must end.</param>
    public Task RunAsync(
        Func<CancellationToken, Task> operation,
        Func<CancellationToken, Task<bool>> isCommitted,
        CancellationToken cancellationToken) =>
        isolationLevel is null && context.Database.ProviderName == Sqlite
            ? RunOnSqliteAsync(operation, isCommitted, cancellationToken)
            : RunAsync(operation, isCommitted, isolationLevel, cancellationToken);

    // SQLite has one writer. Here a transaction takes the lock at its first write, so that handlers can run concurrently. A write that
    // follows a read is refused as busy if another transaction wrote between them. Then the handler runs again, with the lock from the start.
    private async Task RunOnSqliteAsync(
        Func<CancellationToken, Task> operation,
        Func<CancellationToken, Task<bool>> isCommitted,
        CancellationToken cancellationToken)
    {
        var timeout = context.Database.GetCommandTimeout();
        await SqliteWait.ShortenAsync(context, cancellationToken).ConfigureAwait(false);
        try
        {
            context.Database.SetCommandTimeout(timeout ?? SqliteSeconds);
            await RunAsync(operation, isCommitted, IsolationLevel.ReadUncommitted, cancellationToken).ConfigureAwait(false);
            return;
        }
        catch (Exception problem) when (SqliteError.IsBusy(problem) && !cancellationToken.IsCancellationRequested)
        {
        }
        finally
        {
            context.Database.SetCommandTimeout(timeout);
        }

        await RunAsync(operation, isCommitted, IsolationLevel.Serializable, cancellationToken).ConfigureAwait(false);
    }

    private async Task RunAsync(
        Func<CancellationToken, Task> operation,
        Func<CancellationToken, Task<bool>> isCommitted,
        IsolationLevel? level,
        CancellationToken cancellationToken)
    {
        await ExecutionStrategyExtensions.ExecuteInTransactionAsync(
            context.Database.CreateExecutionStrategy(),
            this,
            AttemptAsync,
            (_, token) => isCommitted(token),
            BeginAsync,
            cancellationToken).ConfigureAwait(false);

        async Task<bool> AttemptAsync(HandlerTransaction transaction, CancellationToken token)
        {
            if (_isRetry)
            {
                // The changes of the previous attempt were rolled back.
                context.ChangeTracker.Clear();
            }

            _isRetry = true;
            await operation(token).ConfigureAwait(false);
            return true;
        }

        Task<IDbContextTransaction> BeginAsync(DbContext begun, CancellationToken token) =>
            level is { } isolation ? begun.Database.BeginTransactionAsync(isolation, token) : begun.Database.BeginTransactionAsync(token);
    }
}

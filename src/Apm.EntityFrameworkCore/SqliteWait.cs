using Microsoft.EntityFrameworkCore;

namespace Apm;

/// <summary>How a command waits for the write lock of SQLite.</summary>
/// <remarks>
/// The ADO.NET provider retries every 150 ms, so a claim of 1 ms waits much longer than the lock is held. The busy handler of SQLite
/// begins with 1 ms. The setting belongs to the connection, which the pool may give to another context.
/// </remarks>
internal static class SqliteWait
{
    /// <summary>Opens the connection of a context on SQLite. It stays open until the context is disposed of.</summary>
    public static async Task ShortenAsync(DbContext context, CancellationToken cancellationToken)
    {
        if (context.Database.ProviderName == HandlerTransaction.Sqlite)
        {
            await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await context.Database.ExecuteSqlRawAsync("PRAGMA busy_timeout = 1000", cancellationToken).ConfigureAwait(false);
        }
    }
}

using System.Data;

namespace Apm;

/// <summary>Options of an <see cref="EntityFrameworkProcessedEventStore{TContext}"/>.</summary>
public sealed class EntityFrameworkEventStoreOptions
{
    /// <summary>The isolation level of the handler's transaction; null for the default of the provider.</summary>
    /// <remarks>
    /// <para>
    /// Levels above <see cref="System.Data.IsolationLevel.ReadCommitted"/> are accepted on SQLite only: the lease is renewed in the row that the
    /// transaction completes, so on other databases the completion of each longer handler would fail.
    /// </para>
    /// <para>
    /// On SQLite, which has one writer, null has a special meaning: the transaction takes the write lock at its first write, so that
    /// handlers can run concurrently. A write that follows a read fails if another transaction wrote between them. If SQLite reports that
    /// the database is busy or locked, the transaction is rolled back, and the handler is called once more with the lock from the start.
    /// After any other error it is not called again in the same delivery.
    /// </para>
    /// </remarks>
    public IsolationLevel? IsolationLevel { get; set; }
}

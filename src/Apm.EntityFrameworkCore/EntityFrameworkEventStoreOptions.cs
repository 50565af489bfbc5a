using System.Data;

namespace Apm;

/// <summary>How an <see cref="EntityFrameworkProcessedEventStore{TContext}"/> runs a handler.</summary>
public sealed class EntityFrameworkEventStoreOptions
{
    /// <summary>The isolation level of the handler's transaction; null for the one of the provider.</summary>
    /// <remarks>
    /// Null on SQLite, which has one writer: the transaction takes the write lock at its first write, so that handlers run side by
    /// side. A write that follows a read fails if another transaction wrote between them. Where SQLite answers that the
    /// database is busy or locked, the transaction is rolled back, and the handler is called once more with the lock from the beginning.
    /// After any other error it is not called again in the same delivery.
    /// </remarks>
    public IsolationLevel? IsolationLevel { get; set; }
}

using System.Data;

namespace Apm;

/// <summary>How an <see cref="EntityFrameworkEventStore{TContext}"/> runs a handler.</summary>
public sealed class EntityFrameworkEventStoreOptions
{
    /// <summary>The isolation level of the handler's transaction; null for the one of the provider.</summary>
    /// <remarks>
    /// Null on SQLite, which has one writer: the transaction takes the write lock at its first write, so that handlers run side by
    /// side. If that fails because another transaction wrote after the first read, the transaction is rolled back and the handler is
    /// called again, with the lock from the beginning.
    /// </remarks>
    public IsolationLevel? IsolationLevel { get; set; }
}

namespace Apm;

/// <summary>A row of the table of claimed and processed webhooks. <see cref="ApmModelBuilderExtensions.AddApmProcessedEvents"/> maps it.</summary>
public sealed class ProcessedEvent
{
    /// <summary>
    /// The SHA-256 of the key, in lower-case hexadecimal digits. It fits into the index of every database, and does not depend on
    /// a collation.
    /// </summary>
    public required string Id { get; set; }

    /// <summary>The consumer of the webhook. It is informational; <see cref="Id"/> is the key.</summary>
    public required string Consumer { get; set; }

    /// <summary>The gateway's API. It is informational; <see cref="Id"/> is the key.</summary>
    public required string Api { get; set; }

    /// <summary>The gateway's id of the webhook, without control characters. It is informational; <see cref="Id"/> is the key.</summary>
    public required string EventId { get; set; }

    /// <summary>The token of the run that claimed the webhook last.</summary>
    public required string Owner { get; set; }

    /// <summary>
    /// The state and the amounts of a payment that were handled last, if the row is about a payment that webhooks without a signature name;
    /// null in other rows.
    /// </summary>
    public string? Value { get; set; }

    /// <summary>When the claim ends, or the retention of a processed webhook, in UTC.</summary>
    public DateTime ExpiresAt { get; set; }

    /// <summary>When the webhook was processed, in UTC; null while it is claimed.</summary>
    public DateTime? CompletedAt { get; set; }
}

namespace Apm;

/// <summary>A row of the table of claimed and handled webhooks. <see cref="ApmModelBuilderExtensions.AddApmProcessedEvents"/> maps it.</summary>
public sealed class ProcessedEvent
{
    /// <summary>
    /// The SHA-256 of the key, in lower-case hexadecimal digits. It fits into the index of every database, and no collation
    /// changes its meaning.
    /// </summary>
    public required string Id { get; set; }

    /// <summary>Who handles the webhook. For people; <see cref="Id"/> decides.</summary>
    public required string Consumer { get; set; }

    /// <summary>The gateway's API. For people; <see cref="Id"/> decides.</summary>
    public required string Api { get; set; }

    /// <summary>The gateway's id of the webhook, without control characters. For people; <see cref="Id"/> decides.</summary>
    public required string EventId { get; set; }

    /// <summary>The token of the run that claimed the webhook last.</summary>
    public required string Owner { get; set; }

    /// <summary>When the claim ends, or the memory of a handled webhook, in UTC.</summary>
    public DateTime ExpiresAt { get; set; }

    /// <summary>When the webhook was handled, in UTC; null while it is claimed.</summary>
    public DateTime? CompletedAt { get; set; }
}

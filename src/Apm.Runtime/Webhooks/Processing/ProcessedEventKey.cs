namespace Apm;

/// <summary>Identifies a webhook for one consumer. Each consumer processes every webhook.</summary>
public sealed record ProcessedEventKey
{
    /// <summary>Creates a key.</summary>
    /// <param name="consumer">The consumer of the webhook, such as <c>Shop:/events</c>.</param>
    /// <param name="api">The gateway's API. For one of several merchants, a colon and the merchant's key follow.</param>
    /// <param name="eventId">The gateway's id of the webhook.</param>
    /// <exception cref="ArgumentException">An argument is null or empty.</exception>
    public ProcessedEventKey(string consumer, string api, string eventId)
    {
        ArgumentException.ThrowIfNullOrEmpty(consumer);
        ArgumentException.ThrowIfNullOrEmpty(api);
        ArgumentException.ThrowIfNullOrEmpty(eventId);
        (Consumer, Api, EventId) = (consumer, api, eventId);
    }

    /// <summary>The consumer of the webhook: a service and one of its endpoints.</summary>
    public string Consumer { get; }

    /// <summary>The gateway's API, such as <c>acme/2024-01-01</c>. For one of several merchants, a colon and the merchant's key follow.</summary>
    public string Api { get; }

    /// <summary>The gateway's id of the webhook, unchanged.</summary>
    public string EventId { get; }

    /// <summary>The three parts, separated by colons. A colon within a part is written as <c>%3A</c>, so two keys never have the same text.</summary>
    public override string ToString() => $"{Escape(Consumer)}:{Escape(Api)}:{Escape(EventId)}";

    private static string Escape(string part) =>
        part.Replace("%", "%25", StringComparison.Ordinal).Replace(":", "%3A", StringComparison.Ordinal);
}

namespace Apm;

/// <summary>Names one webhook for one consumer: what one consumer has handled, another has not.</summary>
public sealed record ProcessedEventKey
{
    /// <summary>Names a webhook for a consumer.</summary>
    /// <param name="consumer">Who handles the webhook, such as <c>Shop:/events</c>.</param>
    /// <param name="api">The gateway's API, and the key of a further merchant after a colon.</param>
    /// <param name="eventId">The gateway's id of the webhook.</param>
    /// <exception cref="ArgumentException">One of them is null or empty.</exception>
    public ProcessedEventKey(string consumer, string api, string eventId)
    {
        ArgumentException.ThrowIfNullOrEmpty(consumer);
        ArgumentException.ThrowIfNullOrEmpty(api);
        ArgumentException.ThrowIfNullOrEmpty(eventId);
        (Consumer, Api, EventId) = (consumer, api, eventId);
    }

    /// <summary>Who handles the webhook: a service and one of its endpoints.</summary>
    public string Consumer { get; }

    /// <summary>The gateway's API, such as <c>acme/2024-01-01</c>, and the key of a further merchant after a colon.</summary>
    public string Api { get; }

    /// <summary>The gateway's id of the webhook, unchanged in the webhook.</summary>
    public string EventId { get; }

    /// <summary>The three parts with colons between them. A colon within a part is written <c>%3A</c>, so two keys never have the same text.</summary>
    public override string ToString() => $"{Escape(Consumer)}:{Escape(Api)}:{Escape(EventId)}";

    private static string Escape(string part) =>
        part.Replace("%", "%25", StringComparison.Ordinal).Replace(":", "%3A", StringComparison.Ordinal);
}

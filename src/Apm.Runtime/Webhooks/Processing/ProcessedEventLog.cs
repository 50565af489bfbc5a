using Microsoft.Extensions.Logging;

namespace Apm;

/// <summary>Log messages of stores about their servers. They never contain a webhook.</summary>
internal static partial class ProcessedEventLog
{
    [LoggerMessage(
        EventId = 11,
        Level = LogLevel.Error,
        Message = "A webhook was handled, but the store could not record this; the webhook may be handled again at its next delivery.")]
    public static partial void Unremembered(ILogger logger, Exception problem);

    [LoggerMessage(
        EventId = 12,
        Level = LogLevel.Warning,
        Message = "The claim of a webhook could not be released; the webhook is blocked until the lease of {Lease} ends.")]
    public static partial void Unreleased(ILogger logger, TimeSpan lease, Exception problem);

    [LoggerMessage(
        EventId = 13,
        Level = LogLevel.Warning,
        Message = "The lease of a webhook could not be renewed; the store tries again.")]
    public static partial void Unrenewed(ILogger logger, Exception problem);

    [LoggerMessage(
        EventId = 14,
        Level = LogLevel.Warning,
        Message = "This process remembers at most {Capacity} processed webhooks. Since the last warning, it forgot {Forgotten} webhooks too early. "
        + "They may be handled again. Increase the capacity, or use a store in a database.")]
    public static partial void Full(ILogger logger, int capacity, int forgotten);
}

using Microsoft.Extensions.Logging;

namespace Apm;

/// <summary>Log messages of stores about their servers. They never contain a webhook.</summary>
internal static partial class ProcessedEventLog
{
    [LoggerMessage(
        EventId = 11,
        Level = LogLevel.Error,
        Message = "An event was handled and could not be remembered; it may be handled again at a further delivery.")]
    public static partial void Unremembered(ILogger logger, Exception problem);

    [LoggerMessage(
        EventId = 12,
        Level = LogLevel.Warning,
        Message = "The claim of an event could not be released; the event is blocked until the lease of {Lease} has run out.")]
    public static partial void Unreleased(ILogger logger, TimeSpan lease, Exception problem);

    [LoggerMessage(
        EventId = 13,
        Level = LogLevel.Warning,
        Message = "The lease of an event could not be renewed; it is tried again.")]
    public static partial void Unrenewed(ILogger logger, Exception problem);

    [LoggerMessage(
        EventId = 14,
        Level = LogLevel.Warning,
        Message = "This process remembers at most {Capacity} handled events. Since the last warning it forgot {Forgotten} events early, "
        + "which may be handled again. Raise the capacity, or use a store in a database.")]
    public static partial void Full(ILogger logger, int capacity, int forgotten);
}

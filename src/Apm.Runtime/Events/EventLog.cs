using Microsoft.Extensions.Logging;

namespace Apm;

/// <summary>What is logged of events: never a body, a signature or a secret.</summary>
internal static partial class EventLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "{Api}: the handler of an event failed; the event is handled again at its next delivery: {Event}")]
    public static partial void Failed(ILogger logger, string api, PaymentEvent @event, Exception problem);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "{Api}: a signed body is no event: {Problem}")]
    public static partial void Unreadable(ILogger logger, string api, string problem);

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "{Api}: the store of processed events is out of reach; the event is not acknowledged.")]
    public static partial void NoMemory(ILogger logger, string api, Exception problem);

    [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "{Api}: a delivery was refused, for its signature is {Problem}. If it came from the gateway, shop and gateway have different secrets. What else is refused within a minute is not logged.")]
    public static partial void WrongSignature(ILogger logger, string api, string problem);

    [LoggerMessage(EventId = 5, Level = LogLevel.Error, Message = "{Api}: changed options of events are invalid and not taken; those before remain: {Problem}")]
    public static partial void InvalidOptions(ILogger logger, string api, string problem);

    [LoggerMessage(EventId = 6, Level = LogLevel.Information, Message = "{Api}: the shop stopped while an event was handled; the event is handled again at its next delivery: {Event}")]
    public static partial void Stopped(ILogger logger, string api, PaymentEvent @event);

    [LoggerMessage(
        EventId = 7,
        Level = LogLevel.Warning,
        Message = "{Api}: the lease of an event was lost while its handler ran; the event is handled again unless another instance handles it: {Event}")]
    public static partial void LeaseLost(ILogger logger, string api, PaymentEvent @event);
}

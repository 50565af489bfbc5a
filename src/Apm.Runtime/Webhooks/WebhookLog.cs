using Microsoft.Extensions.Logging;

namespace Apm;

/// <summary>Log messages about webhooks. They never contain a body, a signature or a secret.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(
        EventId = 1,
        Level = LogLevel.Error,
        Message = "{Api}: the handler of an event failed; the event is handled again at its next delivery: {Event}")]
    public static partial void Failed(ILogger logger, string api, PaymentEvent @event, Exception problem);

    // The message of the JSON reader may quote the body, so it is not logged.
    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "{Api}: a signed body of {Length} bytes is not a JSON object, so no handler was called. "
        + "It is acknowledged, because a repeated delivery would have the same body; ask the gateway what it sent. The SHA-256 of the body is {Sha256}.")]
    public static partial void Unreadable(ILogger logger, string api, int length, string sha256);

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "{Api}: the store of processed events is out of reach; the event is not acknowledged.")]
    public static partial void NoMemory(ILogger logger, string api, Exception problem);

    [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "{Api}: a delivery was refused, for its signature is {Problem}. "
        + "If it came from the gateway, shop and gateway have different secrets. Further refusals are not logged for a minute.")]
    public static partial void WrongSignature(ILogger logger, string api, string problem);

    [LoggerMessage(
        EventId = 6,
        Level = LogLevel.Information,
        Message = "{Api}: the shop stopped while an event was handled; the event is handled again at its next delivery: {Event}")]
    public static partial void Stopped(ILogger logger, string api, PaymentEvent @event);

    [LoggerMessage(EventId = 7, Level = LogLevel.Warning,
        Message = "{Api}: a delivery of more than {MaxBodyBytes} bytes was refused before its signature was checked. "
        + "If it came from the gateway, raise MaxBodyBytes, or the gateway repeats it in vain. Further refusals are not logged for a minute.")]
    public static partial void TooLarge(ILogger logger, string api, int maxBodyBytes);

    [LoggerMessage(
        EventId = 8,
        Level = LogLevel.Warning,
        Message = "{Api}: the lease of an event was lost while its handler ran; the event is handled again unless another instance handles it: {Event}")]
    public static partial void LeaseLost(ILogger logger, string api, PaymentEvent @event);

    [LoggerMessage(
        EventId = 9,
        Level = LogLevel.Error,
        Message = "{Api}: a scoped service threw when it was disposed after an event. The answer to the gateway does not change.")]
    public static partial void NotDisposed(ILogger logger, string api, Exception problem);
}

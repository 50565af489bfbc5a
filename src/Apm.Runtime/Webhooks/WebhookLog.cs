using Microsoft.Extensions.Logging;

namespace Apm;

/// <summary>Log messages about webhooks. They never contain a body, a signature or a secret.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(
        EventId = 1,
        Level = LogLevel.Error,
        Message = "{Api}: the handler of a webhook failed; the webhook is handled again at its next delivery: {Event}")]
    public static partial void Failed(ILogger logger, string api, PaymentEvent @event, Exception problem);

    // The message of the JSON reader may quote the body, so it is not logged.
    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "{Api}: a signed body of {Length} bytes is not a JSON object, so no handler was called. "
        + "The delivery is acknowledged, because a repeated delivery would have the same body. "
        + "Ask the gateway for the content of the webhook. The SHA-256 of the body is {Sha256}.")]
    public static partial void Unreadable(ILogger logger, string api, int length, string sha256);

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "{Api}: the store of processed webhooks cannot be reached; the webhook is not acknowledged.")]
    public static partial void NoMemory(ILogger logger, string api, Exception problem);

    [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "{Api}: a delivery was refused, because its signature is {Problem}. "
        + "If it came from the gateway, the shop and the gateway have different secrets. Further refusals are not logged for a minute.")]
    public static partial void WrongSignature(ILogger logger, string api, string problem);

    [LoggerMessage(
        EventId = 6,
        Level = LogLevel.Information,
        Message = "{Api}: the shop stopped while a webhook was handled; the webhook is handled again at its next delivery: {Event}")]
    public static partial void Stopped(ILogger logger, string api, PaymentEvent @event);

    [LoggerMessage(EventId = 7, Level = LogLevel.Warning,
        Message = "{Api}: a delivery of more than {MaxBodyBytes} bytes was refused before its signature was checked. "
        + "If it came from the gateway, increase MaxBodyBytes; otherwise repeated deliveries are refused, too. Further refusals are not logged for a minute.")]
    public static partial void TooLarge(ILogger logger, string api, int maxBodyBytes);

    [LoggerMessage(
        EventId = 8,
        Level = LogLevel.Warning,
        Message = "{Api}: the lease of a webhook was lost while its handler ran; the webhook is handled again, unless another instance handles it: {Event}")]
    public static partial void LeaseLost(ILogger logger, string api, PaymentEvent @event);

    [LoggerMessage(
        EventId = 10,
        Level = LogLevel.Error,
        Message = "{Api}: the payment that a delivery without a signature names could not be queried; it is queried again at the next delivery.")]
    public static partial void NotQueried(ILogger logger, string api, Exception problem);

    [LoggerMessage(EventId = 5, Level = LogLevel.Warning, Message = "{Api}: a delivery without a signature was ignored, because it names no payment. "
        + "If it came from the gateway, its ids have another form than the spec states. Further deliveries of this kind are not logged for a minute.")]
    public static partial void NamesNoPayment(ILogger logger, string api);

    [LoggerMessage(
        EventId = 9,
        Level = LogLevel.Error,
        Message = "{Api}: a scoped service threw an exception when it was disposed after a webhook. The response to the gateway does not change.")]
    public static partial void NotDisposed(ILogger logger, string api, Exception problem);
}

using Microsoft.Extensions.Logging;

namespace Apm;

internal static partial class WebhookEndpointLog
{
    [LoggerMessage(EventId = 31, Level = LogLevel.Critical, Message = "{Error}")]
    public static partial void Refused(ILogger logger, string error);
}

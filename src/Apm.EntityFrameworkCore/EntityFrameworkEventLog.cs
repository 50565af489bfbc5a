using Microsoft.Extensions.Logging;

namespace Apm;

internal static partial class EntityFrameworkEventLog
{
    [LoggerMessage(
        EventId = 21,
        Level = LogLevel.Warning,
        Message = "The expired rows of webhooks could not be deleted; the store tries again in ten minutes.")]
    public static partial void Unpurged(ILogger logger, Exception problem);
}

using Microsoft.Extensions.Logging;

namespace Apm;

internal static partial class EntityFrameworkEventLog
{
    [LoggerMessage(
        EventId = 21,
        Level = LogLevel.Warning,
        Message = "The rows of events that have run out could not be deleted; it is tried again in ten minutes.")]
    public static partial void Unpurged(ILogger logger, Exception problem);
}

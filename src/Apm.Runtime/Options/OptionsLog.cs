using Microsoft.Extensions.Logging;

namespace Apm;

/// <summary>Log messages about options. They never contain a secret.</summary>
internal static partial class OptionsLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Error,
        Message = "{Options} '{Name}' changed and are now invalid, so the previous options stay in use: {Problem}")]
    public static partial void Invalid(ILogger logger, string options, string name, string problem);
}

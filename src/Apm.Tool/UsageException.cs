namespace Apm.Tool;

/// <summary>The command line is wrong, or a file cannot be read or written.</summary>
internal sealed class UsageException(string message) : Exception(message);

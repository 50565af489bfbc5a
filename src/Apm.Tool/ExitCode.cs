namespace Apm.Tool;

/// <summary>The exit codes of all commands.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>There is an error or a warning.</summary>
    public const int Findings = 1;

    /// <summary>The command line is wrong, or a file cannot be read or written.</summary>
    public const int WrongUsage = 2;

    /// <summary>After Ctrl+C, as shells count.</summary>
    public const int Cancelled = 130;
}

namespace Apm.Tool;

/// <summary>One line on a terminal that says what is done now. It appears after a second, and is erased at the end.</summary>
/// <param name="errors">Where it is written.</param>
/// <param name="isTerminal">Nothing is written otherwise.</param>
/// <param name="clock">Counts the second.</param>
internal sealed class Progress(TextWriter errors, bool isTerminal, TimeProvider clock) : IDisposable
{
    private const int MaxWidth = 79;

    private static readonly TimeSpan s_wait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _next = s_wait;
    private int _width;

    /// <summary>On the terminal of the process, if it has one.</summary>
    public static Progress OfConsole(TextWriter errors) => new(
        errors,
        ReferenceEquals(errors, Console.Error) && !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
        TimeProvider.System);

    public void Say(string text)
    {
        if (!isTerminal || clock.GetElapsedTime(_start) < _next)
        {
            return;
        }

        _next = clock.GetElapsedTime(_start) + s_pause;
        Write(text.Length > MaxWidth ? text[..MaxWidth] : text);
    }

    public void Dispose()
    {
        if (_width > 0)
        {
            Write("");
            errors.Write('\r');
        }
    }

    private void Write(string text)
    {
        errors.Write('\r' + text.PadRight(_width));
        _width = text.Length;
    }
}

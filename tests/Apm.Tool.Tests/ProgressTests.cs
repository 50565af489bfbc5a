using Microsoft.Extensions.Time.Testing;

namespace Apm.Tool.Tests;

public class ProgressTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly StringWriter _errors = new();

    [Fact]
    public void What_takes_less_than_a_second_is_silent()
    {
        using (var progress = new Progress(_errors, isTerminal: true, _clock))
        {
            _clock.Advance(TimeSpan.FromSeconds(0.9));
            progress.Say("one");
        }

        Assert.Empty(_errors.ToString());
    }

    [Fact]
    public void One_line_is_written_over_and_erased()
    {
        using (var progress = new Progress(_errors, isTerminal: true, _clock))
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            progress.Say("long text");
            progress.Say("too soon");
            _clock.Advance(TimeSpan.FromSeconds(0.1));
            progress.Say("short");
        }

        Assert.Equal("\rlong text\rshort    \r     \r", _errors.ToString());
    }

    [Fact]
    public void Nothing_is_written_without_a_terminal()
    {
        using (var progress = new Progress(_errors, isTerminal: false, _clock))
        {
            _clock.Advance(TimeSpan.FromSeconds(2));
            progress.Say("one");
        }

        Assert.Empty(_errors.ToString());
    }
}

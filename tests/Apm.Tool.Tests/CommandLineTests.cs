using System.Diagnostics;
using Apm.RequiredPrograms;

namespace Apm.Tool.Tests;

/// <summary>Exit codes, and what is written where.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly Workplace _place = new();

    [Theory]
    [InlineData("Required command was not provided")]
    [InlineData("'chek' was not matched", "chek")]
    [InlineData("'--jsn' is not an option", "check", "--jsn")]
    [InlineData("Required argument missing for option: '--sarif'", "check", "--sarif")]
    [InlineData("'nowhere' is neither a file nor a folder", "check", "nowhere")]
    [InlineData("There is no spec in", "check")]
    [InlineData("notes.txt' is not a spec", "check", "notes.txt")]
    [InlineData("no/folder.sarif' cannot be written", "check", "worldpay/2024-07-01/alipay_hk", "--sarif", "no/folder.sarif")]
    public async Task A_wrong_command_line_is_2(string message, params string[] arguments)
    {
        _place.Write("notes.txt", "");

        var run = await _place.RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Errors + run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_the_command_and_is_a_success()
    {
        var run = await _place.RunAsync("check", "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("apm check [<specs>...] [options]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_but_plain_text_is_written_without_a_terminal()
    {
        _place.WriteDepot();

        var run = await _place.RunAsync("check");

        Assert.Empty(run.Errors);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.DoesNotContain('\b', run.Output);
    }

    [Fact]
    public async Task A_cancelled_check_is_130()
    {
        _place.WriteDepot();
        using var errors = new StringWriter();

        Assert.Equal(130, await ToolProgram.RunAsync(["check", _place.Folder], TextWriter.Null, errors, new CancellationToken(canceled: true)));
        Assert.Equal("Cancelled.", errors.ToString().Trim());
    }

    [Fact]
    public async Task Ctrl_C_ends_a_check_that_waits_for_a_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "not run: needs signals of Unix");
        using (var pipe = Process.Start(RequiredProgram.Shell.FindOrSkip(), ["-c", $"mkfifo '{_place.Path("never.apm.yaml")}'"]))
        {
            await pipe.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        using var check = _place.Start("check");
        var end = ToolRun.EndOfAsync(check);
        while (!end.IsCompleted)
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
            using var signal = Process.Start(RequiredProgram.Shell.FindOrSkip(), ["-c", $"kill -INT {check.Id}"]);
            await signal.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(130, (await end).ExitCode);
    }

    public void Dispose() => _place.Dispose();
}

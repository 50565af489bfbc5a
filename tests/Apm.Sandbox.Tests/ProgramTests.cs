using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Apm.RequiredPrograms;

namespace Apm.Sandbox.Tests;

public class ProgramTests
{
    [Fact]
    public async Task It_prints_address_credentials_and_methods()
    {
        var text = await GreetingAsync(_ => Task.CompletedTask);

        Assert.Matches("Listening on http://127.0.0.1:[0-9]+/", text);
        Assert.All(new Gateway().Methods, method => Assert.Contains(method.SpecId, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_line_that_it_prints_pays()
    {
        var curl = RequiredProgram.Curl.FindOrSkip();
        var shell = RequiredProgram.Shell.FindOrSkip();

        await GreetingAsync(async text =>
        {
            var line = Regex.Match(text, "curl (.*)").Groups[1].Value;
            string[] command = ["-c", $"'{curl}' {line} -o /dev/null -w '%{{http_code}}'"];
            using var process = Process.Start(new ProcessStartInfo(shell, command) { RedirectStandardOutput = true })!;
            Assert.Equal("201", await process.StandardOutput.ReadToEndAsync());
        });
    }

    /// <summary>What the program prints; <paramref name="whileItListens"/> runs before it is stopped.</summary>
    private static async Task<string> GreetingAsync(Func<string, Task> whileItListens)
    {
        using var stop = new CancellationTokenSource();
        var output = new StringWriter();
        var running = SandboxProgram.RunAsync(["--urls", "http://127.0.0.1:0"], TextWriter.Synchronized(output), TextWriter.Null, stop.Token);
        while (!output.ToString().Contains("Ctrl+C", StringComparison.Ordinal))
        {
            Assert.False(running.IsCompleted);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        var text = output.ToString();
        await whileItListens(text);
        await stop.CancelAsync();
        Assert.Equal(0, await running);
        return text;
    }

    [Theory]
    [InlineData("--urls")]
    [InlineData("--urls", "nonsense")]
    [InlineData("--nonsense")]
    [InlineData("--webhooks", "nonsense")]
    [InlineData("5080")]
    [InlineData("--verbose=x")]
    public async Task A_wrong_command_line_says_so(params string[] args)
    {
        var errors = new StringWriter();

        Assert.Equal(2, await SandboxProgram.RunAsync(args, TextWriter.Null, errors, CancellationToken.None));
        Assert.Contains("Usage", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://192.0.2.1:5080")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:5080/path")]
    [InlineData("http://shop.example:5080")]
    public async Task It_listens_on_this_machine_only(string url)
    {
        var errors = new StringWriter();

        Assert.Equal(1, await SandboxProgram.RunAsync(["--urls", url], TextWriter.Null, errors, CancellationToken.None));
        Assert.NotEmpty(errors.ToString());
    }

    [Fact]
    public async Task Other_machines_reach_it_only_when_it_is_told_to()
    {
        await using var server = await SandboxServer.StartAsync(new() { Url = new("http://0.0.0.0:0"), AllowRemote = true });

        Assert.Equal(IPAddress.Any.ToString(), server.BaseAddress.Host);
    }

    [Fact]
    public async Task A_taken_port_is_said_in_words()
    {
        await using var server = await SandboxServer.StartAsync();
        var errors = new StringWriter();

        Assert.Equal(1, await SandboxProgram.RunAsync(["--urls=" + server.BaseAddress], TextWriter.Null, errors, CancellationToken.None));
        Assert.Contains("in use", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Specs_come_from_a_folder_and_wrong_ones_are_named_with_their_place()
    {
        var folder = Directory.CreateTempSubdirectory("sandbox");
        try
        {
            foreach (var (file, text) in ForeignSpec.Texts)
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, file), text.Replace("name: Paybean", "nmae: Paybean", StringComparison.Ordinal));
            }

            using var stop = new CancellationTokenSource();
            var (output, errors) = (new StringWriter(), new StringWriter());
            var running = SandboxProgram.RunAsync(["--specs", folder.FullName], TextWriter.Synchronized(output), TextWriter.Synchronized(errors), stop.Token);
            while (!output.ToString().Contains("Ctrl+C", StringComparison.Ordinal))
            {
                Assert.False(running.IsCompleted, errors.ToString());
                await Task.Delay(10, TestContext.Current.CancellationToken);
            }

            await stop.CancelAsync();
            Assert.Equal(0, await running);
            Assert.Contains("paybean.apm.yaml:2:1: APM0002", errors.ToString(), StringComparison.Ordinal);
            Assert.Contains("paypod", output.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("paybean", output.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_wrong_api_takes_its_methods_with_it_and_no_others()
    {
        var broken = ForeignSpec
            .Texts.Select(spec => (spec.File, spec.Text.Replace("notation: decimal-string", "notation: roman", StringComparison.Ordinal)))
            .ToList();

        var error = Assert.Throws<SandboxSpecException>(() => new Gateway(new() { Specs = broken }));
        var gateway = new Gateway(new() { Specs = [.. broken, .. PackedTexts.All] });

        Assert.Contains("kiosk.api.yaml:", error.Message, StringComparison.Ordinal);
        Assert.Equal(new Gateway().Methods.Select(method => method.SpecId), gateway.Methods.Select(method => method.SpecId));
    }

    [Fact]
    public async Task No_specs_no_sandbox()
    {
        var error = Assert.Throws<SandboxSpecException>(() => new Gateway(new() { Specs = [("broken.apm.yaml", "apm: [")] }));
        var errors = new StringWriter();

        Assert.Contains("broken.apm.yaml:", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, await SandboxProgram.RunAsync(["--specs", "/no/such/folder"], TextWriter.Null, errors, CancellationToken.None));
        Assert.NotEmpty(errors.ToString());
    }
}

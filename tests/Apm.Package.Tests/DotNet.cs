using System.Diagnostics;

namespace Apm.Package.Tests;

/// <summary>A command of the SDK, as a person would give it.</summary>
internal static class DotNet
{
    public static async Task<Answer> RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        // What this test run was started with is no concern of the consumer.
        foreach (var name in new[] { "MSBuildSDKsPath", "MSBUILD_EXE_PATH", "MSBuildExtensionsPath", "MSBuildLoadMicrosoftTargetsReadOnly" })
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new Answer(string.Join(' ', arguments), process.ExitCode, await output + await errors);
    }
}

internal sealed record Answer(string Command, int ExitCode, string Text)
{
    public Answer Expect(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"dotnet {Command} ended with {ExitCode}:\n{Text}");
        return this;
    }

    public Answer Says(string text)
    {
        Assert.True(Text.Contains(text, StringComparison.Ordinal), $"dotnet {Command} does not say '{text}':\n{Text}");
        return this;
    }

    public Answer DoesNotSay(string text)
    {
        Assert.False(Text.Contains(text, StringComparison.Ordinal), $"dotnet {Command} says '{text}':\n{Text}");
        return this;
    }
}

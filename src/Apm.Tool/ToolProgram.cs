using System.CommandLine;

namespace Apm.Tool;

/// <summary>The command <c>apm</c>.</summary>
internal static class ToolProgram
{
    public static Task<int> Main(string[] args) => RunAsync(args, Console.Out, Console.Error);

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken stop = default)
    {
        var root = new RootCommand("Checks the specs of payment methods.") { CheckCommand.Create() };
        var line = root.Parse(args);
        var configuration = new InvocationConfiguration { Output = output, Error = errors };
        var code = await line.InvokeAsync(configuration, stop).ConfigureAwait(false);
        return line.Errors.Count > 0 ? ExitCode.WrongUsage : code;
    }
}

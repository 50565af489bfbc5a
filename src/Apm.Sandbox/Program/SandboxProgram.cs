using System.Runtime.InteropServices;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>The sandbox as a program. The exit code is 0 after Ctrl+C, 1 if it could not start, 2 for a wrong command line.</summary>
internal static class SandboxProgram
{
    public static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await RunAsync(args, Console.Out, Console.Error, stop.Token).ConfigureAwait(false);

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
    }

    internal static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        var (line, problem) = CommandLine.Parse(args);
        if (line is null)
        {
            errors.WriteLine(problem);
            errors.WriteLine(CommandLine.Usage);
            return 2;
        }

        if (line.Help)
        {
            output.WriteLine(CommandLine.Usage);
            return 0;
        }

        try
        {
            var gateway = new Gateway(line.Options);
            foreach (var diagnostic in gateway.Diagnostics.Where(found => found.Rule.Severity != SpecSeverity.Info))
            {
                errors.WriteLine(DiagnosticText.Of(diagnostic));
            }

            var server = await SandboxServer.StartAsync(line.Options, gateway, Logging(line.Verbose), stop).ConfigureAwait(false);
            await using (server.ConfigureAwait(false))
            {
                Greeting.Print(server, output);
                await Task.Delay(Timeout.Infinite, stop)
                    .ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default)
                    .ConfigureAwait(false);
            }

            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception problemAtStart) when (problemAtStart is SandboxSpecException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(problemAtStart.Message);
            return 1;
        }
    }

    // Kestrel's messages about requests contain their addresses, and an address is as secret as a key.
    internal static Action<ILoggingBuilder> Logging(bool verbose) => logging =>
    {
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.SetMinimumLevel(LogLevel.Warning);

        // The program itself prints why the host cannot start.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddFilter("Apm.Sandbox", verbose ? LogLevel.Information : LogLevel.Warning);
    };
}

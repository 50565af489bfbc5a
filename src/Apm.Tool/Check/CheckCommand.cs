using System.CommandLine;

namespace Apm.Tool;

/// <summary><c>apm check</c>: reads specs, and compares their recorded exchanges with them.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var specs = new Argument<string[]>("specs")
        {
            Description = "Files, folders, or ids of packed specs such as my-gateway/2024-01-31/my_wallet. "
                + "Without any: the current folder with its subfolders.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        specs.Validators.Add(static found =>
        {
            foreach (var token in found.Tokens.Where(token => token.Value.StartsWith('-')))
            {
                found.AddError($"'{token.Value}' is not an option.");
            }
        });
        var json = new Option<bool>("--json") { Description = "Write one JSON object instead of lines." };
        var sarif = new Option<string?>("--sarif") { Description = "Also write the findings to a file, as SARIF 2.1.0.", HelpName = "FILE" };
        var command = new Command("check", "Reads specs, and compares their recorded exchanges with them.") { specs, json, sarif };
        command.SetAction((line, stop) => Task.Run(() => Run(
            line.GetValue(specs) ?? [],
            line.GetValue(json) ? JsonReport.Write : TextReport.Write,
            line.GetValue(sarif),
            line.InvocationConfiguration,
            stop)));
        return command;
    }

    private static int Run(
        IReadOnlyList<string> arguments,
        Action<CheckResult, TextWriter> report,
        string? sarif,
        InvocationConfiguration console,
        CancellationToken stop)
    {
        try
        {
            CheckResult result;
            using (var progress = Progress.OfConsole(console.Error))
            {
                result = SpecCheck.Run(SpecChoice.Of(arguments, Environment.CurrentDirectory, stop), progress, stop);
            }

            if (sarif is not null)
            {
                SarifReport.Save(result, sarif);
            }

            report(result, console.Output);
            return result.Findings.All(finding => finding.Severity == FindingSeverity.Info) ? ExitCode.Success : ExitCode.Findings;
        }
        catch (UsageException wrong)
        {
            console.Error.WriteLine(wrong.Message);
            return ExitCode.WrongUsage;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            console.Error.WriteLine("Cancelled.");
            return ExitCode.Cancelled;
        }
    }
}

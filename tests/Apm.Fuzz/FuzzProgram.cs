using Apm.Fuzz.Commands;

namespace Apm.Fuzz;

/// <summary>Campaigns against the reader, the generator and the validators, which look for what must not be.</summary>
internal static class FuzzProgram
{
    private static readonly Dictionary<string, Func<FuzzOptions, TextWriter, CancellationToken, Campaign>> s_commands = new(StringComparer.Ordinal)
    {
        ["read"] = (options, output, stop) => ReadCommand.Run(new Campaign("read", options, output, stop)),
        ["random"] = (options, output, stop) => RandomCommand.Run(new Campaign("random", options, output, stop)),
        ["generate"] = (options, output, stop) => GenerateCommand.Run(new Campaign("generate", options, output, stop)),
        ["bodies"] = (options, output, stop) => BodiesCommand.Run(new Campaign("bodies", options, output, stop)),
        ["cost"] = (options, output, stop) => CostCommand.Run(new Campaign("cost", options, output, stop), output),
    };

    public static int Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        if (FuzzOptions.Parse(args) is not { } options || (options.Command != "all" && !s_commands.ContainsKey(options.Command)))
        {
            Console.Error.WriteLine(FuzzOptions.Usage);
            return 2;
        }

        var found = s_commands
            .Where(command => options.Command is "all" || options.Command == command.Key)
            .Sum(command => command.Value(options, Console.Out, stop.Token).Findings.Count);
        return found == 0 ? 0 : 1;
    }
}

namespace Apm.Sandbox;

/// <summary>The parsed command line of the program.</summary>
internal sealed record CommandLine(SandboxOptions Options, bool Verbose, bool Help)
{
    public const string Usage = """
        Usage: dotnet run --project src/Apm.Sandbox -- [options]

          --urls URL        where to listen, such as http://127.0.0.1:5080 (a free port otherwise)
          --specs FOLDER    spec files to play instead of those that come with the sandbox
          --user NAME       the user name to take instead of a random one
          --password TEXT   the password to take instead of a random one
          --key TEXT        the key to take, for gateways with bearer or header-key authentication
          --webhooks URL    where to send signed webhooks, such as http://127.0.0.1:5000/events
          --webhook-key TEXT
                            the secret that signs webhooks, with the id 1, instead of a random one
          --allow-remote    listen where other machines can reach it
          --verbose         one line for each request
          --help            this text
        """;

    public static (CommandLine? Line, string? Problem) Parse(IReadOnlyList<string> args)
    {
        var line = new CommandLine(new(), Verbose: false, Help: false);
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var before, var after] ? (before, after) : (args[i], null);
            if (name is "--urls" or "--specs" or "--user" or "--password" or "--key" or "--webhooks" or "--webhook-key")
            {
                value ??= ++i < args.Count ? args[i] : null;
                if (string.IsNullOrEmpty(value))
                {
                    return (null, $"{name} needs a value.");
                }

                if (line.With(name, value) is not { } changed)
                {
                    return (null, $"'{value}' is not an absolute URL, such as http://127.0.0.1:5080.");
                }

                line = changed;
            }
            else if (Switch(line, name) is { } switched && value is null)
            {
                line = switched;
            }
            else
            {
                return (null, $"'{args[i]}' is not an option.");
            }
        }

        return (line, null);
    }

    private CommandLine? With(string name, string value) =>
        name switch
        {
            "--urls" => Uri.TryCreate(value, UriKind.Absolute, out var url) ? this with { Options = Options with { Url = url } } : null,
            "--webhooks" => Uri.TryCreate(value, UriKind.Absolute, out var events)
                ? this with
                {
                    Options = Options with { Webhooks = Options.Webhooks with { Url = events } },
                }
                : null,
            "--webhook-key" => this with
            {
                Options = Options with { Webhooks = Options.Webhooks with { Keys = new Dictionary<string, string> { ["1"] = value } } },
            },
            "--specs" => value.Length > 0 ? this with { Options = Options with { SpecFolder = Path.GetFullPath(value) } } : null,
            "--user" => this with { Options = Options with { Credentials = Options.Credentials with { UserName = value } } },
            "--password" => this with { Options = Options with { Credentials = Options.Credentials with { Password = value } } },
            _ => this with { Options = Options with { Credentials = Options.Credentials with { Key = value } } },
        };

    private static CommandLine? Switch(CommandLine line, string name) => name switch
    {
        "--allow-remote" => line with { Options = line.Options with { AllowRemote = true } },
        "--verbose" => line with { Verbose = true },
        "--help" or "-h" => line with { Help = true },
        _ => null,
    };
}

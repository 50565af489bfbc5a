using System.Globalization;

namespace Apm.Load;

/// <summary>What is run. Each option is a flag of the command line with its value after a space.</summary>
internal sealed record LoadOptions
{
    public string Store { get; init; } = "redis";

    public int Instances { get; init; } = 20;

    public int Events { get; init; } = 10_000;

    /// <summary>After this time no further event begins; those that began are counted.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How many instances are told of an event at the same moment.</summary>
    public int Deliveries { get; init; } = 3;

    /// <summary>How many events are under way at a time.</summary>
    public int AtOnce { get; init; } = 64;

    public TimeSpan Handler { get; init; }

    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Instances are killed at random and started again.</summary>
    public bool Kill { get; init; }

    /// <summary>Instances are stopped at random for longer than their leases.</summary>
    public bool Pause { get; init; }

    /// <summary>How long an instance is left alone on average. To start one costs a processor for a second.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(5);

    public string Folder { get; init; } = "";

    public string Connection { get; init; } = "";

    public int Port { get; init; }

    /// <summary>Set where this process is an instance.</summary>
    public bool IsWorker { get; init; }

    public static LoadOptions Parse(string[] arguments)
    {
        var options = new LoadOptions();
        for (var at = 0; at < arguments.Length; at++)
        {
            options = arguments[at] switch
            {
                "--kill" => options with { Kill = true },
                "--pause" => options with { Pause = true },
                "--worker" => options with { IsWorker = true },
                "--seconds" => options with { Within = TimeSpan.FromSeconds(Number(arguments[++at])) },
                "--every" => options with { Every = TimeSpan.FromMilliseconds(Number(arguments[++at])) },
                "--store" => options with { Store = arguments[++at] },
                "--instances" => options with { Instances = Number(arguments[++at]) },
                "--events" => options with { Events = Number(arguments[++at]) },
                "--deliveries" => options with { Deliveries = Number(arguments[++at]) },
                "--at-once" => options with { AtOnce = Number(arguments[++at]) },
                "--handler" => options with { Handler = TimeSpan.FromMilliseconds(Number(arguments[++at])) },
                "--lease" => options with { Lease = TimeSpan.FromMilliseconds(Number(arguments[++at])) },
                "--folder" => options with { Folder = arguments[++at] },
                "--connection" => options with { Connection = arguments[++at] },
                "--port" => options with { Port = Number(arguments[++at]) },
                var other => throw new ArgumentException(
                    $"{other} is no option. Options: --store redis|postgres|sqlite, --instances, --events, --deliveries, --at-once, "
                    + "--seconds, --handler ms, --lease ms, --kill, --pause, --every ms."),
            };
        }

        return options;
    }

    public string[] ForWorker(int port) =>
    [
        "--worker", "--store", Store, "--port", $"{port}", "--folder", Folder, "--connection", Connection,
        "--handler", Text(Handler), "--lease", Text(Lease),
    ];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(TimeSpan time) => ((int)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
}

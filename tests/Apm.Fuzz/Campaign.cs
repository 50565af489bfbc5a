using System.Diagnostics;
using System.Globalization;
using CsCheck;

namespace Apm.Fuzz;

/// <summary>Runs cases until all are done, the time is up, or somebody stops it, and counts what they say.</summary>
/// <param name="name">On the lines of progress and sums.</param>
/// <param name="output">Where those go.</param>
internal sealed class Campaign(string name, FuzzOptions options, TextWriter output, CancellationToken stop)
{
    // Whoever found as many has enough to mend.
    private const int MaxFindings = 20;

    private static readonly TimeSpan s_betweenLines = TimeSpan.FromSeconds(10);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];
    private TimeSpan _lastLine;
    private int _all;

    public IReadOnlyList<Finding> Findings => _findings;

    public IReadOnlyDictionary<string, long> Counts => _counts;

    public int Done { get; private set; }

    /// <param name="count">How many cases, unless the options say it.</param>
    /// <param name="one">A case, by its number.</param>
    public Campaign Run(int count, Action<int> one)
    {
        var all = _all = options.Count ?? count;
        for (; Done < all && !IsOver(); Done++)
        {
            one(Done);
            if (_watch.Elapsed - _lastLine > s_betweenLines)
            {
                _lastLine = _watch.Elapsed;
                output.WriteLine(Line(all));
            }
        }

        output.WriteLine(Line(all) + (Done < all ? ", stopped early" : ""));
        foreach (var finding in _findings)
        {
            output.WriteLine(finding);
        }

        return this;
    }

    /// <summary>No case follows this one.</summary>
    public bool IsLast(int number) => number + 1 == _all;

    /// <summary>The value of a generator for one case, the same whenever the seed is.</summary>
    public T Value<T>(Gen<T> values, int number) => values.Generate(new PCG((uint)number, options.Seed), null, out _);

    public Random Random(int number) => new(unchecked((int)(((uint)number * 2654435761u) ^ (options.Seed * 40503))));

    public void Count(string what, long more = 1) => _counts[what] = _counts.GetValueOrDefault(what) + more;

    public void Add(Finding finding)
    {
        Count(finding.Kind);
        _findings.Add(finding);
        output.WriteLine($"{name}: {finding.Kind}: {finding.Message.Split('\n')[0]}");
    }

    private bool IsOver() =>
        stop.IsCancellationRequested || _findings.Count >= MaxFindings || (options.Minutes is { } minutes && _watch.Elapsed > TimeSpan.FromMinutes(minutes));

    private string Line(int all) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {Done:N0} of {all:N0} in {_watch.Elapsed:h\\:mm\\:ss}, seed {options.Seed}, {_findings.Count} findings{CountsText()}");

    private string CountsText() =>
        string.Concat(_counts.Select(count => string.Create(CultureInfo.InvariantCulture, $", {count.Value:N0} {count.Key}")));
}

using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Apm.Analyzers.Tests.Programs;

/// <summary>Compiles programs together, runs each for all its inputs, and holds what the analyzers say against what the validator said.</summary>
internal static partial class Trial
{
    private const string Usings = Shop.Usings;

    private static readonly Lazy<byte[]> s_contracts = new(() =>
        Emit(Shop.Compilation("Contracts", [Shop.Tree(Usings), Shop.Tree(Store.Till, "Till.cs")], withSpecs: true)));

    public static async Task<IReadOnlyList<Disagreement>> RunAsync(IReadOnlyList<ShopProgram> programs)
    {
        var compilation = Shop.Compilation("Programs",
            [
                Shop.Tree(Usings),
                Shop.Tree(Store.Helpers, "Store.cs"),
                .. programs.Select((program, number) => Shop.Tree(program.Class(number), $"{number}")),
            ],
            withSpecs: false).AddReferences(MetadataReference.CreateFromImage(s_contracts.Value));
        var (runs, refused) = Run(Emit(compilation), programs);
        var found = await Shop.AnalyzeAsync(compilation);
        var reported = found.ToLookup(Site, diagnostic => diagnostic.Id);
        var doubtful = found
            .Where(diagnostic => !refused[Site(diagnostic).Program].Any(code =>
                diagnostic.GetMessage(null).StartsWith($"'{code}' is not accepted", StringComparison.Ordinal)))
            .ToLookup(Site, diagnostic => diagnostic.Id);
        return
        [
            .. reported
                .Where(site => site.Key.Site == 0 && site.Any(IsJudged))
                .Select(site => new Disagreement(site.Key.Program, 0, "reported outside of all sites: " + string.Join(", ", site))),
            .. runs.SelectMany(run => Compare(run.Key, run.Value, [.. reported[run.Key]], [.. doubtful[run.Key]], programs[run.Key.Program].IsKnown)),
        ];
    }

    // The doubtful ones exclude what is wrong before the validator gets it.
    private static IEnumerable<Disagreement> Compare(
        (int Program, int Site) at,
        HashSet<string> outcomes,
        ImmutableHashSet<string> reported,
        ImmutableHashSet<string> doubtful,
        bool isKnown)
    {
        var violated = outcomes.SelectMany(outcome => outcome.Split(',')).SelectMany(Rules).ToHashSet();
        foreach (var id in doubtful.Where(id => IsJudged(id) && !violated.Contains(id)))
        {
            yield return new Disagreement(
                at.Program,
                at.Site,
                $"{id} is reported, but the validator says {string.Join(" or ", outcomes.Select(outcome => outcome.Length == 0 ? "valid" : outcome))}");
        }

        foreach (var outcome in outcomes.Where(_ => isKnown))
        {
            foreach (var rule in outcome.Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                // Of money in a currency that is not accepted, the amount says nothing.
                var isBeside =
                    rule is "Range" or "Maximum" or "Minimum"
                    && (outcome.Contains("Currency", StringComparison.Ordinal) || outcome.Contains("Required", StringComparison.Ordinal));
                if (!isBeside && !Rules(rule).Any(reported.Contains))
                {
                    yield return new Disagreement(at.Program, at.Site, $"the validator says {outcome}, but only {string.Join(", ", reported)} is reported");
                }
            }
        }
    }

    private static bool IsJudged(string id) => id is "APM1001" or "APM1002" or "APM1003" or "APM1004" or "APM1005" or "APM1008";

    private static string[] Rules(string violation) => violation switch
    {
        "Currency" or "Required" => ["APM1001"],
        "Maximum" => ["APM1002"],
        "Minimum" => ["APM1003"],
        "Range" => ["APM1002", "APM1003"],
        "Length" => ["APM1004"],
        "Characters" => ["APM1005"],
        "Url" => ["APM1008"],
        _ => [],
    };

    private static (int Program, int Site) Site(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.SourceTree!.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString();
        return (int.TryParse(diagnostic.Location.SourceTree.FilePath, out var program) ? program : 0,
            SiteCall().Match(line) is { Success: true } call ? int.Parse(call.Groups[1].Value) : 0);
    }

    [GeneratedRegex(@"(?:Till|Store)\.(?:Pay|Sell|Reference|Back)\((\d+),")]
    private static partial Regex SiteCall();

    /// <returns>
    /// By site, the different lists of broken rules. By program, the currencies that an exception refused: the code is not one, or it is added to
    /// another one. Where the other one is not known, the analyzers assume that a sum is of one currency.
    /// </returns>
    private static (Dictionary<(int Program, int Site), HashSet<string>> Outcomes, ILookup<int, string> Refused) Run(
        byte[] assembly,
        IReadOnlyList<ShopProgram> programs)
    {
        var refused = new HashSet<(int Program, string Code)>();
        var current = 0;
        var thread = Environment.CurrentManagedThreadId;
        var outcomes = new Dictionary<(int, int), HashSet<string>>();
        var context = new ProgramLoader();
        try
        {
            var till = context.LoadFromStream(new MemoryStream(s_contracts.Value)).GetType("Till")!;
            var code = context.LoadFromStream(new MemoryStream(assembly));
            till.GetField("Paid")!.SetValue(null, (Action<int, string[]>)((site, rules) =>
            {
                if (!outcomes.TryGetValue((current, site), out var lists))
                {
                    outcomes.Add((current, site), lists = []);
                }

                lists.Add(string.Join(',', rules));
            }));
            AppDomain.CurrentDomain.FirstChanceException += Refuse;
            for (; current < programs.Count; current++)
            {
                var run = code.GetType($"P{current}")!
                    .GetMethod("Run")!
                    .CreateDelegate<Action<bool, bool, int, int, string, string?, int?, string, string, bool, int, int, int, int>>();
                foreach (var row in Input.Combinations(programs[current].Inputs))
                {
                    try
                    {
                        run(
                            (bool)row[0]!,
                            (bool)row[1]!,
                            (int)row[2]!,
                            (int)row[3]!,
                            (string)row[4]!,
                            (string?)row[5],
                            (int?)row[6],
                            (string)row[7]!,
                            (string)row[8]!,
                            (bool)row[9]!,
                            (int)row[10]!,
                            (int)row[11]!,
                            (int)row[12]!,
                            (int)row[13]!);
                    }
                    catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or OverflowException)
                    {
                        // What was paid before it counts.
                    }
                }
            }
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Refuse;
            context.Unload();
        }

        return (outcomes, refused.ToLookup(each => each.Program, each => each.Code));

        void Refuse(object? sender, FirstChanceExceptionEventArgs thrown)
        {
            if (Environment.CurrentManagedThreadId == thread && Refusal().Match(thrown.Exception.Message) is { Success: true } refusal)
            {
                refused.Add((current, refusal.Groups[1].Value));
                refused.Add((current, refusal.Groups[2].Value));
            }
        }
    }

    [GeneratedRegex("^'([^']*)' (?:and '([^']*)' are different currencies|is not a currency of ISO 4217)")]
    private static partial Regex Refusal();

    public static byte[] Emit(Compilation compilation)
    {
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        Assert.True(
            result.Success,
            string.Join(
                '\n',
                result
                    .Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                    .Take(5)
                    .Select(diagnostic =>
                        $"{diagnostic} in {diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}")));
        return assembly.ToArray();
    }
}

/// <param name="Program">By its place in the batch.</param>
/// <param name="Site">0 where it is no site.</param>
/// <param name="What">In words.</param>
internal sealed record Disagreement(int Program, int Site, string What);
